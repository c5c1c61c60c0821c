using System.Net;
using System.Text.Json.Nodes;

namespace Guidan.Tests.Contract;

/// <summary>One call as the published documents describe it.</summary>
internal sealed record Call(string Document, string Method, string Path, IReadOnlyList<Parameter> Parameters, JsonNode? Schema, bool BodyNeeded, JsonNode Components)
{
    // What stands for a thing of the shop that a test must have made first.
    private static readonly Dictionary<string, string> Known = new() { ["channel"] = "standard", ["provider"] = "alipay", ["carrier"] = "kuaidi100", ["what"] = "orders" };

    /// <summary>Every call of a document.</summary>
    public static async Task<List<Call>> Read(ShopFixture shop, string document)
    {
        var read = (await shop.Store.Get($"/openapi/{document}.json")).ShouldBe(HttpStatusCode.OK).Json!;
        var calls = new List<Call>();
        foreach (var (path, methods) in read["paths"]!.AsObject())
            foreach (var (method, call) in methods!.AsObject())
            {
                var body = call!["requestBody"];
                calls.Add(new(document, method.ToUpperInvariant(), path,
                    (call["parameters"]?.AsArray() ?? []).Select(p => new Parameter((string)p!["name"]!, (string)p["in"]!, p["schema"]!)).ToList(),
                    body?["content"]?["application/json"]?["schema"], (bool?)body?["required"] ?? false, read["components"]!["schemas"]!));
            }
        return calls;
    }

    /// <summary>The address with every parameter of the path filled in; one of them may be given.</summary>
    public string Address(IReadOnlyDictionary<string, string> made, string? name = null, string? value = null)
    {
        var address = Path;
        foreach (var parameter in Parameters.Where(p => p.Place == "path"))
        {
            var text = parameter.Name == name ? value!
                : made.GetValueOrDefault(parameter.Name) ?? Known.GetValueOrDefault(parameter.Name) ?? Guid.CreateVersion7().ToString();
            address = address.Replace("{" + parameter.Name + "}", text, StringComparison.Ordinal);
        }
        return address;
    }

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>A parameter of a call.</summary>
/// <param name="Place">Where it travels: path, query or header.</param>
internal sealed record Parameter(string Name, string Place, JsonNode Schema);
