using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BriPipeline.Web.Handlers;

/// <summary>A page as the result of a handler.</summary>
internal static class Page
{
    internal static RazorComponentResult<T> Of<T>(params (string Parameter, object? Value)[] parameters)
        where T : IComponent =>
        new(parameters.ToDictionary(one => one.Parameter, one => one.Value, StringComparer.Ordinal));
}
