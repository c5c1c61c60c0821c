using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>One thing that keeps a channel's order from becoming an order here.</summary>
/// <param name="Cause">A code of <see cref="ArrivalCauses"/>.</param>
/// <param name="Sentence">The fact with its figures.</param>
/// <param name="Theirs">The SKU as the channel writes it; likewise the name and options of the goods.</param>
/// <param name="Sku">Ours, where it is known.</param>
/// <param name="Field">The field to mend, by the names of the store API.</param>
internal sealed record ArrivalProblem(string Cause, Text Sentence, string? Theirs = null, string? Name = null, string? Sku = null,
    string? Field = null, long? Asked = null, long? Available = null, Money? Expected = null, Money? Actual = null);

/// <summary>What a cause is called, what to do about it, and which remedies can be clicked.</summary>
/// <param name="Ended">What the customer is told of an order that will not be placed; while one waits, the catalogue of causes has the words.</param>
internal sealed record ArrivalCause(string Code, Text Title, Text Remedy, Text? Ended, params string[] Remedies);

/// <summary>Every cause, the one to deal with first in front.</summary>
internal static class ArrivalCauses
{
    public const string Unreadable = "unreadable";
    public const string Currency = "currency";
    public const string Sku = "sku";
    public const string Price = "price";
    public const string Address = "address";
    public const string Stock = "stock";
    public const string Refused = "refused";
    public const string Test = "test";
    public const string Canceled = "canceled";
    public const string Shipped = "shipped_there";
    public const string Dismissed = "dismissed";

    public static readonly IReadOnlyList<ArrivalCause> All =
    [
        new(Unreadable, new("内容读不懂", "Cannot be read"),
            new("到渠道后台看这一单；渠道再发一次会自己接上，也可以改好后重试", "See the order at the channel; its next event goes on by itself, or try again"), null, "retry", "dismiss"),
        new(Currency, new("币种不是本店的", "Not the shop's currency"),
            new("在渠道把结算币种改成本店的，或在那边退款后不归单", "Sell in the shop's currency at the channel, or refund it there and dismiss it"), null, "retry", "dismiss"),
        new(Sku, new("货号对不上", "Unknown SKU"),
            new("选一个本店商品和它对应；以后同样的货号都按这个走", "Match it to one of the shop's goods; the same SKU then goes on by itself"), null, "match_sku", "dismiss"),
        new(Price, new("金额对不上", "The amounts disagree"),
            new("按渠道的合计接受，或到渠道核对", "Accept the channel's total, or check it there"), null, "accept", "dismiss"),
        new(Address, new("收件信息不全", "The recipient is incomplete"),
            new("补上缺的几项；可以按渠道留的方式联系客户", "Fill in what is missing; ask the customer if need be"), null, "mend", "dismiss"),
        new(Stock, new("库存不够", "Not enough in stock"),
            new("补货后会自己归单；等不了就在渠道退款，再不归单", "It goes on by itself once there is stock; or refund it at the channel and dismiss it"), null, "retry", "dismiss"),
        new(Refused, new("归单时被拒绝", "Refused when it was to be placed"),
            new("按原因处理后重试", "See to the cause, then try again"), null, "retry", "dismiss"),
        new(Test, new("渠道的测试单", "The channel's test order"),
            new("测试单只留记录，不用处理", "Test orders are only kept; nothing is to be done"), new("这是一张测试单", "it is a test order")),
        new(Canceled, new("渠道已取消，没有要归的钱", "Canceled at the channel, no money kept"),
            new("只留记录，不用处理", "It is only kept; nothing is to be done"), new("它已经取消", "it is canceled")),
        new(Shipped, new("渠道已经发完货", "Shipped at the channel already"),
            new("只留记录，不用处理", "It is only kept; nothing is to be done"), new("它已经发货", "it has been shipped")),
        new(Dismissed, new("有人决定不归单", "Somebody dismissed it"),
            new("改主意可以重试", "Try again to change that"), new("请联系店家", "please contact the shop"), "retry"),
    ];

    private static readonly Dictionary<string, (ArrivalCause Cause, int Rank)> ByCode =
        All.Select((c, i) => (c, i)).ToDictionary(p => p.c.Code, p => (p.c, p.i));

    public static ArrivalCause Of(string? code) => ByCode[code ?? Refused].Cause;

    public static bool IsKnown(string code) => ByCode.ContainsKey(code);

    public static int RankOf(string code) => ByCode[code].Rank;

    /// <summary>The case of a waiting order.</summary>
    public static string CaseOf(string cause) => "channel." + cause;
}
