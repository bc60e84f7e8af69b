using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Functions.Tests;

public sealed class CompositionTests
{
    public static TheoryData<string> Names => [.. FunctionMethods.All.Select(function => function.Name)];

    /// <summary>The host finds a missing service only when a function is called.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Compose_RegistersWhatTheFunctionAsksFor(string name)
    {
        await using var services = App.Compose("UseDevelopmentStorage=true");
        await using var scope = services.CreateAsyncScope();

        var type = FunctionMethods.Of(name).Method.DeclaringType!;

        Assert.IsType(type, ActivatorUtilities.CreateInstance(scope.ServiceProvider, type));
    }
}
