using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>A figure of an order that a column of a file may hold.</summary>
/// <param name="Code">Its name in a mapping.</param>
/// <param name="Headings">What it is called in the exports of shops, in the order in which they are looked for.</param>
internal sealed record OrderColumn(string Code, Text Title, bool Needed, params string[] Headings);

/// <summary>
/// What can be read from a file of orders, one row for each line of an order, and how the exports of Chinese shops,
/// Shopify and people's own tables call it.
/// </summary>
internal static class OrderColumns
{
    public static readonly IReadOnlyList<OrderColumn> All =
    [
        new("number", new("订单号", "Order number"), true, "订单号", "订单编号", "主订单编号", "平台订单号", "order number", "order_number", "order id", "order", "name", "number"),
        new("sku", new("货号", "SKU"), false, "商家编码", "货号", "规格编码", "sku编码", "商品编码", "lineitem sku", "sku"),
        new("product", new("商品名", "Product"), false, "商品名称", "商品标题", "宝贝标题", "商品", "选购商品", "lineitem name", "product name", "product", "item"),
        new("options", new("规格", "Options"), false, "规格", "商品规格", "商品属性", "销售属性", "variant", "options"),
        new("quantity", new("数量", "Quantity"), true, "数量", "商品数量", "购买数量", "宝贝数量", "lineitem quantity", "quantity", "qty"),
        new("unitPrice", new("单价", "Unit price"), true, "单价", "商品单价", "商品价格", "宝贝单价", "lineitem price", "unit price", "unit_price", "price"),
        new("discount", new("优惠", "Discount"), false, "优惠", "优惠金额", "商家优惠", "折扣", "discount amount", "discount"),
        new("freight", new("运费", "Freight"), false, "运费", "邮费", "买家应付邮费", "shipping", "freight"),
        new("tax", new("税", "Tax"), false, "税", "税费", "税额", "taxes", "tax"),
        new("total", new("订单金额", "Total"), false, "订单金额", "订单应付金额", "应付金额", "实付金额", "买家实际支付金额", "total", "amount"),
        new("currency", new("币种", "Currency"), false, "币种", "currency"),
        new("state", new("订单状态", "State"), false, "订单状态", "付款状态", "支付状态", "financial status", "payment status", "status"),
        new("createdAt", new("下单时间", "Ordered at"), false, "下单时间", "订单创建时间", "订单提交时间", "创建时间", "created at", "ordered at", "date"),
        new("paidAt", new("付款时间", "Paid at"), false, "付款时间", "支付时间", "订单付款时间", "支付完成时间", "paid at"),
        new("transactionId", new("交易号", "Transaction"), false, "交易号", "支付单号", "支付流水号", "payment reference", "payment id", "transaction id"),
        new("recipient", new("收件人", "Recipient"), false, "收件人", "收货人", "收货人姓名", "收件人姓名", "shipping name", "recipient"),
        new("phone", new("电话", "Phone"), false, "手机号", "手机", "联系电话", "联系手机", "收件人手机", "收货人手机号", "电话", "shipping phone", "phone"),
        new("email", new("邮箱", "E-mail"), false, "邮箱", "email", "e-mail"),
        new("country", new("国家", "Country"), false, "国家", "shipping country", "country"),
        new("province", new("省份", "Province"), false, "省", "省份", "收货省份", "shipping province name", "shipping province", "province", "state/province"),
        new("city", new("城市", "City"), false, "市", "城市", "收货城市", "shipping city", "city"),
        new("district", new("区县", "District"), false, "区", "区县", "收货区县", "district"),
        new("address", new("详细地址", "Address"), false, "详细地址", "收货地址", "地址", "收件人地址", "shipping address1", "shipping street", "address"),
        new("postcode", new("邮编", "Postcode"), false, "邮编", "shipping zip", "postcode", "zip"),
        new("note", new("备注", "Note"), false, "买家留言", "订单备注", "备注", "notes", "note"),
    ];

    /// <summary>What a state in a file means; null when it is none of these.</summary>
    public static OrderFileState? StateOf(string text)
    {
        var plain = text.Trim().ToLowerInvariant();
        return States.FirstOrDefault(s => s.Words.Contains(plain))?.State;
    }

    private sealed record Word(OrderFileState State, params string[] Words);

    private static readonly Word[] States =
    [
        new(OrderFileState.Paid, "已付款", "已支付", "付款成功", "待发货", "买家已付款,等待卖家发货", "买家已付款，等待卖家发货", "等待卖家发货", "备货中", "paid", "processing", "authorized", "awaiting shipment", "unfulfilled"),
        new(OrderFileState.Unpaid, "待付款", "待支付", "未付款", "未支付", "等待买家付款", "pending", "unpaid", "on-hold", "awaiting payment"),
        new(OrderFileState.Shipped, "已发货", "待收货", "卖家已发货,等待买家确认", "卖家已发货，等待买家确认", "已签收", "已完成", "交易成功", "shipped", "fulfilled", "completed", "delivered"),
        new(OrderFileState.Canceled, "已取消", "已关闭", "交易关闭", "canceled", "cancelled", "voided"),
        new(OrderFileState.Refunded, "已退款", "退款成功", "refunded"),
    ];
}

/// <summary>How far an order of a file is.</summary>
internal enum OrderFileState { Unpaid, Paid, Shipped, Canceled, Refunded }
