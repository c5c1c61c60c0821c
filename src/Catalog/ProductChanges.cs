using System.Text.Json;
using System.Text.Json.Nodes;
using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>What a save changed, as JSON with only the parts that differ: the audit log is read by people.</summary>
internal static class ProductChanges
{
    public static (string? Before, string After) Between(Product? before, Product after)
    {
        if (before is null) return (null, Json.Write(after));
        var was = JsonSerializer.SerializeToNode(before, Json.Options)!.AsObject();
        var became = JsonSerializer.SerializeToNode(after, Json.Options)!.AsObject();
        foreach (var name in was.Select(p => p.Key).ToList())
        {
            if (name == "slug" || !JsonNode.DeepEquals(was[name], became[name])) continue;
            was.Remove(name);
            became.Remove(name);
        }
        return (was.ToJsonString(Json.Options), became.ToJsonString(Json.Options));
    }
}
