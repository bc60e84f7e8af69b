using System.Reflection;
using BriPipeline.Web;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Functions.Tests;

/// <summary>The templates of every structured log message of the app.</summary>
internal static class LogMessages
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. from assembly in new[] { typeof(Composition).Assembly, typeof(Wiring).Assembly }
        from type in assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic)
        let message = method.GetCustomAttribute<LoggerMessageAttribute>()
        where message is not null
        select message.Message,
    ];
}
