using System.Reflection;
using ArchUnitNET.Loader;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>Data flows one way through Core: a type names types of its own room (folder and namespace) or of a lower one.</summary>
public sealed class RoomOrderTests(ITestOutputHelper output)
{
    /// <summary>The rooms of Core, lowest first.</summary>
    internal static readonly string[] Rooms =
    [
        "Trade",
        "Findings",
        "Workbooks",
        "Language",
        "Evidence",
        "Sources",
        "Formats",
        "Layouts",
        "Observations",
        "Checks",
        "Readings",
        "Vintages",
        "Registers",
        "Office",
        "Reports",
        "Summaries",
        "Imports",
    ];

    [Fact]
    public void Core_NamesNoTypeOfAHigherRoom()
    {
        var references = References(typeof(Finding).Assembly, "BriPipeline.Core.");
        foreach (var room in Rooms)
        {
            var named = references.Where(one => one.From.Room == room).Select(one => one.To.Room).Distinct();
            output.WriteLine($"{room} names {string.Join(", ", named.OrderBy(other => Array.IndexOf(Rooms, other)))}");
        }

        Assert.Contains(references, one => one.From.Room == "Readings" && one.To.Room == "Observations");
        Assert.Empty(Upward(references));
    }

    [Fact]
    public void AReferenceToAHigherRoom_IsFound()
    {
        var references = References(typeof(RoomOrderTests).Assembly, "BriPipeline.Core.Tests.Repository.Sample.");

        Assert.Equal(["Trade.Low -> Findings.High"], Upward(references));
    }

    [Fact]
    public void EveryFolderOfCore_IsARoom()
    {
        var known = References(typeof(Finding).Assembly, "BriPipeline.Core.")
            .SelectMany(one => new[] { one.From.Room, one.To.Room })
            .Distinct();

        Assert.Empty(known.Except(Rooms));
    }

    private static IEnumerable<string> Upward(IEnumerable<(RoomType From, RoomType To)> references) =>
        references
            .Where(one => Array.IndexOf(Rooms, one.To.Room) > Array.IndexOf(Rooms, one.From.Room))
            .Select(one => $"{one.From.Room}.{one.From.Name} -> {one.To.Room}.{one.To.Name}")
            .Distinct();

    private static List<(RoomType From, RoomType To)> References(Assembly assembly, string root)
    {
        var architecture = new ArchLoader().LoadAssembly(assembly).Build();
        return
        [
            .. from type in architecture.Types
            where type.FullName.StartsWith(root, StringComparison.Ordinal)
            from target in type.Dependencies.Select(dependency => dependency.Target)
            where target.FullName.StartsWith(root, StringComparison.Ordinal)
            let source = RoomType.Of(type.FullName[root.Length..])
            let named = RoomType.Of(target.FullName[root.Length..])
            where source.Room != named.Room
            select (source, named),
        ];
    }

    private readonly record struct RoomType(string Room, string Name)
    {
        /// <param name="name">Full name of a type below the root: the first part is its room.</param>
        public static RoomType Of(string name) => new(name.Split('.')[0], name[(name.LastIndexOf('.') + 1)..]);
    }
}
