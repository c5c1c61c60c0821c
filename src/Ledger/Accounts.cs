using Guidan.Kernel;

namespace Guidan.Ledger;

/// <summary>What an account is; it decides on which side its balance grows.</summary>
public enum AccountKind { Asset, Liability, Income, Expense }

/// <summary>One account of the chart.</summary>
public sealed record Account(string Code, AccountKind Kind, Text Name);

/// <summary>The chart of accounts. Codes follow the Chinese standard chart for small companies.</summary>
public static class Accounts
{
    /// <summary>Customers owe for paid-for orders; touched and cleared in one transaction.</summary>
    public const string Receivable = "1122";

    /// <summary>Money that customers must get back and the provider has not confirmed yet.</summary>
    public const string RefundsPayable = "2241";

    /// <summary>Money that arrived and belongs to no live order.</summary>
    public const string Unassigned = "2241.01";

    /// <summary>Tax that a channel added to its prices; the shop owes it.</summary>
    public const string TaxPayable = "2221";

    public const string GoodsSales = "6001";
    public const string FreightCharged = "6001.02";

    /// <summary>Sales given back.</summary>
    public const string SalesReturned = "6001.09";

    /// <summary>What providers keep for themselves.</summary>
    public const string ChannelFees = "6603";

    /// <summary>What a provider holds for the shop until it settles.</summary>
    public static string Clearing(string provider) => "1012." + provider;

    public static readonly IReadOnlyList<Account> Chart =
    [
        new(Clearing("alipay"), AccountKind.Asset, new("支付宝待结算", "Alipay clearing")),
        new(Clearing("wechatpay"), AccountKind.Asset, new("微信支付待结算", "WeChat Pay clearing")),
        new(Clearing("stripe"), AccountKind.Asset, new("信用卡待结算", "Card clearing")),
        new(Clearing("shopify"), AccountKind.Asset, new("Shopify 待结算", "Shopify clearing")),
        new(Clearing("woocommerce"), AccountKind.Asset, new("WooCommerce 待结算", "WooCommerce clearing")),
        new(Clearing("standard"), AccountKind.Asset, new("其他渠道待结算", "Other channels' clearing")),
        new(Clearing("file"), AccountKind.Asset, new("订单文件待结算", "Clearing of orders from files")),
        new(Receivable, AccountKind.Asset, new("应收账款", "Accounts receivable")),
        new(RefundsPayable, AccountKind.Liability, new("应退货款", "Refunds payable")),
        new(Unassigned, AccountKind.Liability, new("未归单款项", "Money without an order")),
        new(TaxPayable, AccountKind.Liability, new("应交税费", "Tax payable")),
        new(GoodsSales, AccountKind.Income, new("商品销售收入", "Sales of goods")),
        new(FreightCharged, AccountKind.Income, new("运费收入", "Freight charged")),
        new(SalesReturned, AccountKind.Income, new("销售退回", "Sales returned")),
        new(ChannelFees, AccountKind.Expense, new("支付手续费", "Payment fees")),
    ];

    private static readonly Dictionary<string, Account> ByCode = Chart.ToDictionary(a => a.Code);

    public static Account? Find(string code) => ByCode.GetValueOrDefault(code);
}
