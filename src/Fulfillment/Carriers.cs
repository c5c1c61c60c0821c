using Guidan.Kernel;

namespace Guidan.Fulfillment;

/// <summary>The carriers that can be chosen when shipping, and what parcels' states are called.</summary>
public static class Carriers
{
    public static readonly IReadOnlyList<CarrierName> All = CarrierNames.All;

    public static string Codes { get; } = string.Join(", ", All.Select(c => c.Code));

    private static readonly Dictionary<string, string> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sf"] = "shunfeng", ["zto"] = "zhongtong", ["yto"] = "yuantong", ["sto"] = "shentong", ["jt"] = "jtexpress", ["post"] = "youzhengguonei",
    };

    /// <summary>
    /// A carrier's code from what was written: a code, a usual short form, or a name. A carrier that the table lacks keeps
    /// the code that the merchant gives it; null when it is no code at all.
    /// </summary>
    public static string? Read(string written)
    {
        var text = written.Trim();
        if (Short.TryGetValue(text, out var full)) return full;
        if (All.FirstOrDefault(c => c.Zh == text || string.Equals(c.En, text, StringComparison.OrdinalIgnoreCase)) is { } named) return named.Code;
        var code = text.ToLowerInvariant();
        return code.Length is >= 2 and <= 30 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? code : null;
    }

    public static Text NameOf(string code) => code == Shipment.Counter ? new("自提", "Self-pickup")
        : All.FirstOrDefault(c => c.Code == code) is { } found ? new(found.Zh, found.En) : Text.Same(code);

    public static Text StateText(TrackingState state) => state switch
    {
        TrackingState.Announced => new("已登记，等揽收", "Announced, not collected yet"),
        TrackingState.PickedUp => new("已揽收", "Collected"),
        TrackingState.InTransit => new("运输中", "On its way"),
        TrackingState.OutForDelivery => new("派送中", "Out for delivery"),
        TrackingState.Delivered => new("已签收", "Delivered"),
        TrackingState.Problem => new("遇到问题", "There is a problem"),
        TrackingState.Refused => new("拒签", "Refused"),
        TrackingState.Returning => new("退回途中", "On its way back"),
        TrackingState.Returned => new("已退回", "Returned"),
        TrackingState.Forwarded => new("已转投", "Forwarded"),
        TrackingState.Customs => new("清关中", "At the customs"),
        _ => new("有新动态", "There is news"),
    };
}
