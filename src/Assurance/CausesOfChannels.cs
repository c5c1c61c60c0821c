using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>Why an order of another shop is not an order here.</summary>
internal static class CausesOfChannels
{
    private static readonly RemedyAction Arrivals = new("open_arrivals", new("看没归的单", "Open the unreturned orders"), "/unreturned");
    private static readonly RemedyAction Order = new("open_order", new("打开订单", "Open the order"), "/orders/{order}");

    public static readonly IReadOnlyList<Cause> All =
    [
        Of("channel.unreadable", CauseGroup.Integration, new("渠道订单读不懂", "A channel's order cannot be read"),
            new("收到的内容缺字段，或格式不认识", "What arrived lacks fields or has an unknown form"),
            new("到渠道后台看这一单；渠道再发一次会自己接上", "See the order at the channel; its next event goes on by itself"), null),
        Of("channel.sku", CauseGroup.Integration, new("货号对不上", "Unknown SKU"),
            new("渠道订单里的货号，店里没有", "The order names a SKU that the shop does not have"),
            new("选一个本店商品和它对应；以后同样的货号自己接上", "Match it to one of the shop's goods; the same SKU then goes on by itself"),
            new("我们收到了您的订单，正在核对一件商品。", "We have your order and are checking one of its goods.")),
        Of("channel.price", CauseGroup.Integration, new("金额对不上", "The amounts disagree"),
            new("各行相加不等于渠道的合计", "The lines do not add up to the channel's total"),
            new("按渠道的合计接受，或到渠道核对", "Accept the channel's total, or check it there"),
            new("我们收到了您的订单，正在核对金额。", "We have your order and are checking the amount.")),
        Of("channel.currency", CauseGroup.Settings, new("币种不是本店的", "Not the shop's currency"),
            new("渠道订单用的是另一种币", "The order is in another currency"),
            new("把渠道的结算币种改成本店的，或在那边退款", "Sell in the shop's currency at the channel, or refund it there"),
            new("我们收到了您的订单，正在核对金额。", "We have your order and are checking the amount.")),
        Of("channel.address", CauseGroup.Operation, new("收件信息不全", "The recipient is incomplete"),
            new("下单时没填全姓名、电话或地址", "Name, phone or address was left out when ordering"),
            new("补上缺的几项；可以按渠道留的方式联系客户", "Fill in what is missing; ask the customer if need be"),
            new("收件信息还差几项，店里可能会联系您。", "Some of the address is missing; the shop may contact you.")),
        Of("channel.stock", CauseGroup.Operation, new("库存不够", "Not enough in stock"),
            new("渠道卖出的数量比店里有的多", "The channel sold more than there is"),
            new("补货后会自己接上；等不了就在渠道退款", "It goes on by itself once there is stock; or refund it at the channel"),
            new("我们收到了您的订单，正在备货。", "We have your order and are getting the goods ready.")) with
        { Auto = AutoRepair.Continuous, Repair = new("补货后自己再试", "It is tried again once there is stock") },
        Of("channel.refused", CauseGroup.System, new("接单时被拒绝", "Refused when it was to be placed"),
            new("下单规则没有通过", "A rule of ordering said no"),
            new("按原因处理后重试", "See to the reason, then try again"),
            new("我们收到了您的订单，正在核对。", "We have your order and are checking it.")),
        Of("channel.poll", CauseGroup.Network, new("渠道问不通", "A channel does not answer"),
            new("定时向渠道要订单，一直没有答复", "Asking the channel for its orders keeps failing"),
            new("看网络、地址和令牌；渠道恢复后漏的会自己补上", "See network, address and token; what was missed comes by itself afterwards"), null) with
        { Auto = AutoRepair.Continuous, Repair = new("程序一直在重试，恢复后按时间补取", "The program goes on trying and then fetches what was missed") },
        Of("channel.subscription", CauseGroup.Integration, new("渠道的订阅没了", "A channel's subscription is gone"),
            new("渠道不再推送订单：订阅被删除", "The channel does not push orders any more: the subscription was deleted"),
            new("重新订阅；订阅不了就看令牌的权限", "Subscribe anew; if that fails, see the token's rights"), null) with
        { Auto = AutoRepair.Continuous, Repair = new("程序自己重新订阅，其间靠轮询", "The program subscribes anew and polls meanwhile") },
        Of("channel.edited", CauseGroup.Communication, new("渠道改了订单，这边跟不上", "Changed at the channel, too late here"),
            new("渠道改了内容，这边已经付款或发货", "The order changed there after it was paid or shipped here"),
            new("和客户说好，再按新的内容改或退款", "Agree with the customer, then change or refund"),
            new("您改过的内容店里正在核对，可能会联系您。", "The shop is checking your change and may contact you.")),
        Of("channel.canceled_shipped", CauseGroup.Communication, new("渠道取消了，货已发出", "Canceled there, shipped here"),
            new("渠道取消时，这边已经发货", "It was on its way when the channel canceled it"),
            new("请快递拦截；拦不到就等退回再退款", "Have the parcel intercepted, or refund when it comes back"),
            new("取消时包裹已经发出，退回后退款。", "It was on its way already; it is refunded when it comes back.")),
        Of("channel.shipped_elsewhere", CauseGroup.Operation, new("渠道那边发了货", "Shipped at the channel"),
            new("渠道说发了货，这边还没有", "The channel says shipped, the shop has not"),
            new("核对是谁发的，避免发两次", "Find out who shipped it, so that it is not sent twice"), null),
        Of("channel.partly_refunded", CauseGroup.Communication, new("渠道退了一部分", "Partly refunded at the channel"),
            new("渠道退了一部分钱，这边还要照发", "Part of the money went back there"),
            new("问清退的是哪件，再发其余的", "Find out for which goods, then ship the rest"), null),
        Of("channel.money", CauseGroup.ThirdParty, new("渠道的钱对不上", "The channel's money disagrees"),
            new("渠道说的收款、退款和这边记的不同", "What the channel says it took or returned differs from the books"),
            new("到渠道后台核对这单的收款和退款", "Compare payments and refunds at the channel"), null),
        Of("channel.refund", CauseGroup.Communication, new("钱在渠道手里，要在那边退", "The money is at the channel"),
            new("退的是渠道收的钱", "The refund is of money that the channel took"),
            new("到渠道后台给这单退款；退了这里会自己记上", "Refund it at the channel; it is then recorded here by itself"),
            new("退款在下单的店铺办理，到账会告诉您。", "The refund is made by the shop where you ordered.")),
    ];

    private static Cause Of(string code, CauseGroup group, Text title, Text found, Text remedy, Text? customer) => new(code, group, title, found, remedy,
        customer, code is "channel.edited" or "channel.canceled_shipped" or "channel.shipped_elsewhere" or "channel.partly_refunded" or "channel.money"
            or "channel.refund" ? Order : Arrivals, AutoRepair.None, null, TimeSpan.FromHours(24), TimeSpan.FromHours(4));
}
