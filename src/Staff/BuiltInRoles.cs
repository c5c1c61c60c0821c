using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>
/// The posts that every shop knows, as rules over permission codes, so that a module which adds a right need not be
/// known here. <c>orders.*</c> is everything of orders, <c>*.read</c> is all reading.
/// </summary>
internal static class BuiltInRoles
{
    public const string Owner = "owner";
    public const string Auditor = "auditor";

    private sealed record Rule(string Code, Text Name, string[] Gives, string[] Withholds);

    private static readonly Rule[] Rules =
    [
        new(Owner, new("店主", "Owner"), ["*"], []),
        new("admin", new("管理员", "Administrator"), ["*"], [StaffModule.OwnShop]),
        new("service", new("客服", "Customer service"),
            ["orders.*", "channels.*", "customers.*", "support.*", "returns.*", "reviews.*", "products.read", "stock.read",
                "promotions.read", "loyalty.read", "payments.read"],
            ["orders.refund", "orders.export", "customers.export", "customers.erase"]),
        new("finance", new("财务", "Finance"),
            ["payments.*", "refunds.*", "ledger.*", "finance.*", "assurance.*", "exports.*", "orders.read",
                "orders.refund", "orders.note", "orders.export", "channels.read", "customers.read", "products.read", "stock.read",
                "analytics.read", "operations.read"],
            []),
        new("warehouse", new("仓库", "Warehouse"),
            ["stock.*", "fulfillment.*", "purchasing.*", "orders.read", "orders.ship", "orders.note", "orders.hand_over",
                "products.read", "returns.read", "returns.receive", "customers.personal"],
            []),
        new("goods", new("商品", "Goods"),
            ["products.*", "categories.*", "imports.*", "stock.read", "reviews.read"], []),
        new("marketing", new("运营", "Marketing"),
            ["promotions.*", "marketing.*", "loyalty.*", "reviews.*", "analytics.read", "products.read", "orders.read",
                "customers.read", "stock.read"],
            []),
        new(Auditor, new("审计", "Auditor"), ["*.read"], []),
    ];

    /// <summary>The built-in roles over the rights that the modules of this program declare.</summary>
    public static IReadOnlyList<Role> Over(IReadOnlyCollection<Permission> all) => Rules
        .Select(rule => new Role(rule.Code, rule.Name, all.Select(p => p.Code)
            .Where(code => rule.Gives.Any(g => Matches(g, code)) && !rule.Withholds.Any(w => Matches(w, code)))
            .ToHashSet(), BuiltIn: true))
        .ToList();

    private static bool Matches(string rule, string code) => rule switch
    {
        "*" => true,
        _ when rule.StartsWith("*.", StringComparison.Ordinal) => code.EndsWith(rule[1..], StringComparison.Ordinal),
        _ when rule.EndsWith(".*", StringComparison.Ordinal) => code.StartsWith(rule[..^1], StringComparison.Ordinal),
        _ => rule == code,
    };
}
