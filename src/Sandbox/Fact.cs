using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Guidan.Sandbox;

/// <summary>
/// One line of the journal. Amounts in fen. Only the fields that the kind needs are set; the journal is both what the
/// sandbox remembers over a restart and what checkers compare with the shop's books.
/// </summary>
internal sealed record Fact
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public long Seq { get; init; }
    public DateTimeOffset At { get; init; }
    public required string Kind { get; init; }
    public string? Party { get; init; }

    public string? OutTradeNo { get; init; }
    public string? TradeNo { get; init; }
    public long? AmountMinor { get; init; }
    public string? Currency { get; init; }
    public string? RequestNo { get; init; }
    public string? Reason { get; init; }
    public string? Subject { get; init; }
    public string? NotifyUrl { get; init; }
    public string? ReturnUrl { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    public string? NoticeId { get; init; }
    public string? Key { get; init; }
    public string? Url { get; init; }
    public Dictionary<string, string>? Fields { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public bool? Lost { get; init; }
    public int? Copies { get; init; }
    public int? Try { get; init; }
    public string? Result { get; init; }
    public int? Status { get; init; }
    public string? Answer { get; init; }

    public string? Carrier { get; init; }
    public string? Number { get; init; }
    public string? State { get; init; }
    public string? Text { get; init; }
    public string? Salt { get; init; }

    public Sale? Sale { get; init; }
    public Goods? Goods { get; init; }
    public Hook? Hook { get; init; }

    public double? OffsetSeconds { get; init; }
}
