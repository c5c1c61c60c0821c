using System.Text;
using System.Text.Json;
using Guidan.Channels;
using Guidan.Kernel;

namespace Guidan.Connectors;

/// <summary>
/// A JSON body of somebody else's, read leniently where nothing is lost by it and strictly where money depends on it.
/// The first thing that cannot be understood is kept with the path of its field; reading goes on with nothing in its place.
/// </summary>
internal sealed class Payload
{
    private static readonly JsonDocumentOptions OneOfEach = new() { AllowDuplicateProperties = false, MaxDepth = 64 };
    private static readonly Text NoJson = new("不是完整的JSON", "This is not whole JSON");
    private static readonly Text NotOne = new("不是一个订单对象", "This is not an order object");

    private string? externalId;
    private string? externalNumber;
    private (string Field, Text Reason)? first;

    public bool IsFaulty => first is not null;

    /// <summary>What the body says about itself, kept with any fault.</summary>
    public void Knows(string? id, string? number) => (externalId, externalNumber) = (id, number);

    public void Blame(string field, Text reason) => first ??= (field, reason);

    /// <summary>A sum of amounts, blamed on a field when it is beyond all measure.</summary>
    public long Fit(Int128 amount, string field)
    {
        if (Int128.Abs(amount) <= ExactAmount.Most) return (long)amount;
        Blame(field, new("金额太大，无法记账", "The amount is too large to be kept"));
        return 0;
    }

    /// <summary>Reads one order; never throws, whatever the bytes are.</summary>
    /// <param name="wrapper">The name around the order in some answers: <c>{"order":{…}}</c>.</param>
    public static ChannelOrderReading Order(ReadOnlyMemory<byte> body, string wrapper, Func<Payload, PayloadNode, ChannelOrder> read)
    {
        var payload = new Payload();
        var order = payload.Open(body, root => read(payload, root.Node(wrapper) is { IsThere: true } inner && !root.Has("id") ? inner : root), NotOne);
        if (payload.first is { } fault)
            return new(null, new(fault.Field, fault.Reason, payload.externalId, payload.externalNumber));
        return new(order);
    }

    /// <summary>Reads an answer; null when it is not whole, not of the expected shape or has a field that cannot be understood.</summary>
    public static T? Answer<T>(ReadOnlyMemory<byte> body, Func<PayloadNode, T> read) where T : class
    {
        var payload = new Payload();
        var answer = payload.Open(body, read, null);
        return payload.IsFaulty ? null : answer;
    }

    private T? Open<T>(ReadOnlyMemory<byte> body, Func<PayloadNode, T> read, Text? objectOnly) where T : class
    {
        try
        {
            // Some servers put a mark of their file before everything that they say.
            if (body.Span.StartsWith("\uFEFF"u8)) body = body[3..];
            using var document = JsonDocument.Parse(body, OneOfEach);
            var root = document.RootElement;
            if (objectOnly is { } reason && root.ValueKind != JsonValueKind.Object)
            {
                Blame("", reason);
                return null;
            }
            return read(new PayloadNode(this, root, ""));
        }
        // Text that is no Unicode shows itself only when it is read.
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            Blame("", NoJson);
            return null;
        }
    }
}
