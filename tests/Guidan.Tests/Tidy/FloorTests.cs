using System.Xml.Linq;

namespace Guidan.Tests.Tidy;

/// <summary>Modules call strictly downward. A reference that breaks this is a decision to take, not a line to add.</summary>
public sealed class FloorTests
{
    private static readonly string[][] Floors =
    [
        ["Kernel"],
        ["Catalog", "Customers", "Ledger", "Staff", "Audit", "Operations"],
        ["Inventory", "Promotions", "Payments", "Loyalty"],
        ["Orders"],
        ["Fulfillment", "Returns", "Channels", "Reviews", "Purchasing"],
        ["Support", "Marketing", "Finance", "Notices"],
        ["Analytics", "Assurance"],
        ["Connectors", "Sandbox"],
        ["Web"],
    ];

    private static readonly Dictionary<string, int> FloorOf =
        Floors.SelectMany((names, floor) => names.Select(name => (name, floor))).ToDictionary(p => p.name, p => p.floor);

    public static TheoryData<string> Modules => [.. Sources.Projects.Keys.Order()];

    [Theory]
    [MemberData(nameof(Modules))]
    public void References_go_strictly_down(string module)
    {
        FloorOf.ShouldContainKey(module, "each module has a floor");
        foreach (var below in References(Sources.Projects[module]))
            FloorOf[below].ShouldBeLessThan(FloorOf[module], $"{module} → {below}");
    }

    [Fact]
    public void The_sandbox_knows_only_the_kernel() => References(Sources.Projects["Sandbox"]).ShouldBe(["Kernel"]);

    [Fact]
    public void Every_module_is_in_the_solution_and_in_the_composition()
    {
        var solution = File.ReadAllText(Repository.At("Guidan.slnx"));
        foreach (var module in Sources.Projects.Keys) solution.ShouldContain($"src/{module}/{module}.csproj");
        var composed = Web.Shop.Modules.Select(m => m.Name).ToList();
        Sources.Projects.Keys.Except(["Kernel", "Web", "Sandbox"]).Except(composed).ShouldBeEmpty();
    }

    private static IEnumerable<string> References(XDocument project) => project.Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
}
