using System.Text.Json;

namespace Guidan.WireTests;

/// <summary>Payloads that others recorded, where they lie beside the source tree.</summary>
internal static class RealChannelFiles
{
    private static readonly string Folder = Path.Combine(OracleTests.Root, "..", "shared", "data", "b_orders");

    public static IEnumerable<string> All(string folder) => Directory.Exists(Path.Combine(Folder, folder))
        ? Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.json").Order(StringComparer.Ordinal) : [];

    public static string? Find(string name) => File.Exists(Path.Combine(Folder, name)) ? Path.Combine(Folder, name) : null;

    public static bool IsJson(byte[] bytes)
    {
        try
        {
            using var _ = JsonDocument.Parse(bytes);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
