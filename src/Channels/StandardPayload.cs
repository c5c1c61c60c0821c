using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>
/// Our own way to write an order of another shop, in the words of the store API: what anybody may send to the channel
/// <c>standard</c>, and what files of orders become before they are taken in.
/// </summary>
public static class StandardPayload
{
    private const int TextMost = 2_000;
    private const int IdMost = 100;
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 32 };
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a body. Never throws, whatever the bytes are.</summary>
    public static ChannelOrderReading Read(ReadOnlyMemory<byte> body)
    {
        string? id = null, number = null;
        try
        {
            using var document = JsonDocument.Parse(body, Reading);
            var data = Part(document.RootElement, "data");
            (id, number) = (TextOf(data, "id"), TextOf(data, "number"));
            var type = TextOf(document.RootElement, "type") ?? "";
            if (id is null) throw new Unreadable("data.id", Missing);
            if (id.Length > IdMost || id.Contains('/', StringComparison.Ordinal))
            {
                id = null;
                throw new Unreadable("data.id", new($"最多{IdMost}个字符，不含斜杠", $"At most {IdMost} characters, without a slash"));
            }
            return new(OrderOf(type, data, id, number ?? id));
        }
        catch (Unreadable fault)
        {
            return new(null, new(fault.Field, fault.Sentence, id, number));
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return new(null, new("body", new("内容不是能读懂的 JSON", "The body is not JSON that can be read"), id, number));
        }
    }

    private static ChannelOrder OrderOf(string type, JsonElement data, string id, string number)
    {
        var currency = TextOf(data, "currency") ?? throw new Unreadable("data.currency", Missing);
        var updated = TimeOf(data, "updatedAt") ?? throw new Unreadable("data.updatedAt", Missing);
        var payment = Part(data, "payment", optional: true);
        var lines = LinesOf(data, currency);
        var goods = lines.Sum(l => checked(l.UnitPrice * l.Quantity));
        return new(id, number, TimeOf(data, "createdAt") ?? updated, updated,
            type == "order.canceled" || TimeOf(data, "canceledAt") is not null, TextOf(data, "cancelReason"), StateOf(payment), currency,
            MoneyOf(data, "goods", currency, "data") ?? goods, MoneyOf(data, "discount", currency, "data") ?? lines.Sum(l => l.Discount),
            MoneyOf(data, "freight", currency, "data") ?? 0, MoneyOf(data, "tax", currency, "data") ?? 0,
            MoneyOf(data, "total", currency, "data") ?? throw new Unreadable("data.total", Missing),
            MoneyOf(data, "refunded", currency, "data") ?? 0, lines, RecipientOf(data), TextOf(data, "note"), FlagOf(data, "test"),
            TextOf(payment, "method"), TextOf(payment, "transactionId"), TimeOf(payment, "paidAt"), FlagOf(data, "fulfilled"));
    }

    private static List<ChannelLine> LinesOf(JsonElement data, string currency)
    {
        if (!data.TryGetProperty("lines", out var lines) || lines.ValueKind != JsonValueKind.Array)
            throw new Unreadable("data.lines", Missing);
        return lines.EnumerateArray().Select((line, i) =>
        {
            var at = $"data.lines[{i}]";
            var quantity = line.TryGetProperty("quantity", out var q) && q.TryGetInt64(out var units) && units > 0 ? units
                : throw new Unreadable(at + ".quantity", new("数量应为大于零的整数", "The quantity is a whole number above zero"));
            return new ChannelLine(TextOf(line, "id") ?? (i + 1).ToString(CultureInfo.InvariantCulture), TextOf(line, "sku"),
                TextOf(line, "name") ?? TextOf(line, "sku") ?? "", TextOf(line, "options") ?? "", quantity,
                MoneyOf(line, "unitPrice", currency, at) ?? throw new Unreadable(at + ".unitPrice", Missing),
                MoneyOf(line, "discount", currency, at) ?? 0, MoneyOf(line, "tax", currency, at) ?? 0);
        }).ToList();
    }

    private static ChannelRecipient RecipientOf(JsonElement data)
    {
        var r = Part(data, "recipient", optional: true);
        return new(TextOf(r, "name"), TextOf(r, "phone"), TextOf(r, "email"), TextOf(r, "country"), TextOf(r, "province"), TextOf(r, "city"),
            TextOf(r, "district"), TextOf(r, "line"), TextOf(r, "postcode"));
    }

    private static ChannelPayment StateOf(JsonElement payment) => TextOf(payment, "state") switch
    {
        null or "pending" or "unpaid" => ChannelPayment.Pending,
        "paid" => ChannelPayment.Paid,
        "partly_paid" => ChannelPayment.PartlyPaid,
        "refunded" => ChannelPayment.Refunded,
        "partly_refunded" => ChannelPayment.PartlyRefunded,
        "voided" => ChannelPayment.Voided,
        var other => throw new Unreadable("data.payment.state", new($"没有付款状态 {Cut(other)}", $"There is no payment state {Cut(other)}")),
    };

    private static JsonElement Part(JsonElement of, string name, bool optional = false) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part
            : optional ? default : throw new Unreadable(name, Missing);

    private static string? TextOf(JsonElement of, string name)
    {
        if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out var value)) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        if (string.IsNullOrWhiteSpace(text)) return null;
        return text.Length <= TextMost && !text.Contains('\0', StringComparison.Ordinal) ? text.Trim()
            : throw new Unreadable(name, new($"太长或有看不见的字符，最多{TextMost}个字", $"Too long or unreadable; at most {TextMost} characters"));
    }

    private static bool FlagOf(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static DateTimeOffset? TimeOf(JsonElement of, string name) => TextOf(of, name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime()
        : throw new Unreadable(name, new("时间应写成 2026-11-25T08:00:00Z", "A time is written 2026-11-25T08:00:00Z"));

    private static long? MoneyOf(JsonElement of, string name, string currency, string path)
    {
        if (!of.TryGetProperty(name, out var money) || money.ValueKind == JsonValueKind.Null) return null;
        if (money.ValueKind == JsonValueKind.Object && money.TryGetProperty("amount", out var amount) && amount.TryGetInt64(out var minor)
            && (TextOf(money, "currency") ?? currency) == currency) return minor;
        throw new Unreadable($"{path}.{name}", new($"金额应写成 {{\"amount\": 19900, \"currency\": \"{currency}\"}}，单位是最小货币单位",
            $"An amount is written {{\"amount\": 19900, \"currency\": \"{currency}\"}} in minor units"));
    }

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40];

    private static readonly Text Missing = new("缺少这一项", "It is missing");

    private sealed class Unreadable(string field, Text sentence) : Exception
    {
        public string Field { get; } = field;
        public Text Sentence { get; } = sentence;
    }

    /// <summary>Writes an order as <see cref="Read"/> reads it.</summary>
    public static byte[] Write(ChannelOrder o)
    {
        using var bytes = new MemoryStream();
        using (var to = new Utf8JsonWriter(bytes, Writing))
        {
            to.WriteStartObject();
            to.WriteString("type", o.Canceled ? "order.canceled" : "order.updated");
            to.WriteString("timestamp", o.UpdatedAt);
            to.WriteStartObject("data");
            foreach (var (name, text) in ((string, string?)[])[("id", o.ExternalId), ("number", o.ExternalNumber), ("currency", o.Currency),
                ("cancelReason", o.CancelReason), ("note", o.Note)]) to.WriteString(name, text);
            to.WriteString("createdAt", o.CreatedAt);
            to.WriteString("updatedAt", o.UpdatedAt);
            to.WriteBoolean("test", o.IsTest);
            to.WriteBoolean("fulfilled", o.Fulfilled);
            foreach (var (name, amount) in ((string, long)[])[("goods", o.Goods), ("discount", o.Discount), ("freight", o.Freight),
                ("tax", o.Tax), ("total", o.Total), ("refunded", o.Refunded)]) Put(to, name, amount, o.Currency);
            to.WriteStartArray("lines");
            foreach (var line in o.Lines) Put(to, line, o.Currency);
            to.WriteEndArray();
            to.WriteStartObject("payment");
            to.WriteString("state", Json.Write(o.Payment).Trim('"'));
            to.WriteString("method", o.PaymentMethod);
            to.WriteString("transactionId", o.TransactionId);
            if (o.PaidAt is { } paidAt) to.WriteString("paidAt", paidAt);
            to.WriteEndObject();
            to.WriteStartObject("recipient");
            var r = o.Recipient;
            foreach (var (name, text) in ((string, string?)[])[("name", r.Name), ("phone", r.Phone), ("email", r.Email), ("country", r.Country),
                ("province", r.Province), ("city", r.City), ("district", r.District), ("line", r.Line), ("postcode", r.Postcode)]) to.WriteString(name, text);
            to.WriteEndObject();
            to.WriteEndObject();
            to.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Put(Utf8JsonWriter to, ChannelLine line, string currency)
    {
        to.WriteStartObject();
        foreach (var (name, text) in ((string, string?)[])[("id", line.ExternalId), ("sku", line.Sku), ("name", line.Name), ("options", line.Options)])
            to.WriteString(name, text);
        to.WriteNumber("quantity", line.Quantity);
        Put(to, "unitPrice", line.UnitPrice, currency);
        Put(to, "discount", line.Discount, currency);
        Put(to, "tax", line.Tax, currency);
        to.WriteEndObject();
    }

    private static void Put(Utf8JsonWriter to, string name, long amount, string currency)
    {
        to.WriteStartObject(name);
        to.WriteNumber("amount", amount);
        to.WriteString("currency", currency);
        to.WriteEndObject();
    }
}
