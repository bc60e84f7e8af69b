using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace BriPipeline.Functions.Tests;

/// <summary>A function as the host sees it: a method, its name and its trigger.</summary>
public sealed record FunctionMethod(string Name, MethodInfo Method, ParameterInfo Trigger)
{
    /// <summary>The name between percent signs of a timer's schedule; null where there is none.</summary>
    public string? Setting =>
        Trigger.GetCustomAttribute<TimerTriggerAttribute>()?.Schedule is ['%', .. var name, '%'] ? name : null;

    public T Binding<T>()
        where T : Attribute =>
        Trigger.GetCustomAttribute<T>()
        ?? throw new InvalidOperationException($"{Name} is not triggered by {typeof(T).Name}.");
}

/// <summary>Every function of the app, found as the host finds them: by attribute.</summary>
public static class FunctionMethods
{
    public static IReadOnlyList<FunctionMethod> All { get; } =
    [
        .. from type in typeof(Composition).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select new FunctionMethod(function.Name, method, method.GetParameters().Single(IsTrigger)),
    ];

    public static FunctionMethod Of(string name) => All.Single(function => function.Name == name);

    private static bool IsTrigger(ParameterInfo parameter) =>
        parameter
            .GetCustomAttributes()
            .Any(attribute => attribute.GetType().Name.EndsWith("TriggerAttribute", StringComparison.Ordinal));
}
