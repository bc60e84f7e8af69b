using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Functions.Tests;

/// <summary>The app's own services, from its composition root and the settings of one account.</summary>
internal static class App
{
    public static ServiceProvider Compose(string account)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Data"] = account }
        );
        return Composition
            .Compose(builder)
            .Services.BuildServiceProvider(
                new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
            );
    }

    /// <summary>Calls a function as the host does: an instance of its own, every parameter by its type.</summary>
    /// <returns>What the function's task returns; null where it returns nothing.</returns>
    public static async Task<object?> RunAsync(this ServiceProvider services, string name, object trigger)
    {
        var function = FunctionMethods.Of(name).Method;
        await using var scope = services.CreateAsyncScope();
        var instance = ActivatorUtilities.CreateInstance(scope.ServiceProvider, function.DeclaringType!);
        object[] given = [trigger, TestContext.Current.CancellationToken];
        var arguments = function
            .GetParameters()
            .Select(parameter => given.Single(argument => parameter.ParameterType.IsInstanceOfType(argument)));
        var task = (Task)function.Invoke(instance, [.. arguments])!;
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }
}
