using Microsoft.Extensions.Configuration;

namespace Guidan.Catalog;

/// <summary>What the catalogue is told from outside.</summary>
/// <param name="Pictures">The folder of stored pictures.</param>
/// <param name="Currency">Every price of the shop is in this one currency (ISO 4217).</param>
public sealed record CatalogSettings(string Pictures, string Currency)
{
    internal static CatalogSettings Of(IConfiguration configuration) => new(
        Path.Combine(Path.GetFullPath(configuration["data"] ?? "data"), "pictures"),
        configuration["Shop:Currency"] ?? "CNY");
}
