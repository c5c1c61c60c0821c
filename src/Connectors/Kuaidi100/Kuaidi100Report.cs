using System.Text.Json;
using Guidan.Fulfillment;

namespace Guidan.Connectors;

/// <summary>Reads the result that pushes and queries share: the state now and the full list of events.</summary>
internal static class Kuaidi100Report
{
    private const int MostEvents = 500;

    /// <summary>Null when it names no parcel.</summary>
    public static TrackingReport? Read(JsonElement result, string? correctedCarrier)
    {
        var carrier = Text(result, "com");
        var number = Text(result, "nu");
        if (string.IsNullOrEmpty(carrier) || string.IsNullOrEmpty(number) || number.Length > 64) return null;
        var state = Text(result, "state") ?? "";
        return new(
            carrier, number, Kuaidi100State.Read(state), state, Text(result, "ischeck") == "1", Events(result),
            string.IsNullOrEmpty(correctedCarrier) ? null : correctedCarrier);
    }

    public static string? Text(JsonElement node, string name) =>
        node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.GetRawText()
        : null;

    private static List<TrackingEvent> Events(JsonElement result)
    {
        if (!result.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array) return [];
        return data.EnumerateArray().Take(MostEvents)
            .Select(Event)
            .OfType<TrackingEvent>()
            // The list arrives newest first; a stable sort keeps its order among events of one second.
            .OrderByDescending(passed => passed.At)
            .ToList();
    }

    private static TrackingEvent? Event(JsonElement row)
    {
        var at = BeijingTime.Read(Text(row, "ftime")) ?? BeijingTime.Read(Text(row, "time"));
        if (at is null) return null;
        var code = Text(row, "statusCode");
        return new(at.Value, Text(row, "context") ?? "", code is null ? null : Kuaidi100State.Read(code), code);
    }
}
