using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Api;

/// <summary>A parameter of the query.</summary>
/// <param name="About">What it limits or sets, a few words.</param>
/// <param name="Example">A value that works.</param>
public abstract record ApiParameter(string Name, string About, string Example);

/// <summary>A parameter of the query and how its text is read.</summary>
/// <param name="Form">What a value looks like, to follow "is not".</param>
/// <param name="Read">Null for a text that is no such value.</param>
public sealed record ApiParameter<T>(string Name, string About, string Example, string Form, Func<string, T?> Read)
    : ApiParameter(Name, About, Example)
{
    /// <summary>Null where the request does not have it.</summary>
    /// <exception cref="RefusedException">It is there twice, or is no such value.</exception>
    public T? Of(HttpRequest request)
    {
        var values = request.Query[Name];
        if (values.Count == 0)
        {
            return default;
        }

        var text = values.ToString();
        return values.Count > 1 ? throw RefusedException.Parameter(Name, text, "is given more than once")
            : Read(text) is { } value ? value
            : throw RefusedException.Parameter(Name, text, $"is not {Form}");
    }
}
