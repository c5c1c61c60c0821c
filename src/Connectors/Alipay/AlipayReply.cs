using System.Text.Json;

namespace Guidan.Connectors;

internal enum AlipayOutcome
{
    /// <summary>Code 10000, signed by Alipay.</summary>
    Ok,

    /// <summary>Signed by Alipay: it understood and refused; the sub code says why.</summary>
    BusinessFailed,

    /// <summary>Lost, late, unsigned, unreadable, or "system busy": nobody knows what happened.</summary>
    Unknown,
}

/// <summary>What came back from one call of the gateway.</summary>
internal sealed record AlipayReply(AlipayOutcome Outcome, string RawText, string? Reason = null, JsonElement Node = default)
{
    public string? Text(string field) =>
        Node.ValueKind == JsonValueKind.Object && Node.TryGetProperty(field, out var value) &&
        value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
