namespace Guidan.Web.Storefront;

/// <summary>The guide that every shop begins with; the merchant may rewrite it.</summary>
internal static class HelpDefault
{
    public static readonly IReadOnlyList<HelpChapter> Chapters =
    [
        new("order", new("怎么下单", "How to order"),
            new("不用注册。选好、填地址、付款，三步。", "No account needed: choose, fill in the address, pay."),
            [
                new("在商品页选规格和数量，点“加入购物车”。缺货的规格会写明。", "On the product page choose the option and quantity and press “Add to cart”. What is out of stock says so."),
                new("把收货地址整段粘进结算页第一个框，各项会自动填好，您核对一遍。", "Paste the whole address into the first box of the checkout; the fields fill in. Check them once."),
                new("按钮上写着付多少钱，和旁边的明细一致再点。", "The button says how much you pay; press it when it matches the sum beside."),
            ],
            [new(new("点了两次提交", "The button was pressed twice"), new("网页慢，又点了一次。系统认得是同一单，只下一单，只付一次。", "The page was slow, so it was pressed again. The shop knew it was the same order: one order, one payment."))]),
        new("find", new("怎么查订单", "How to find an order"),
            new("随时能查，不用登录。", "Any time, without signing in."),
            [
                new("收藏付款后的订单页，或打开我们发给您的链接。", "Bookmark the order page after paying, or open the link that we sent you."),
                new("没有链接：点“查订单”，填18位订单号和下单时的手机号。", "No link: press “Find order” and give the 18-digit number and the phone you ordered with."),
            ],
            [new(new("订单号少输一位", "One digit missing"), new("页面会说少了几位。最后一位是校验位，抄错能马上看出来。", "The page says how many are missing. The last digit is a check digit, so a slip shows at once."))]),
        new("returns", new("退货与退款", "Returns and refunds"),
            new("退到您付款的地方。", "Refunds go back the way you paid."),
            [
                new("还没发货：在订单页点“取消订单”，付的钱全数退回。", "Not shipped yet: press “Cancel order” on the order page; everything goes back."),
                new("已经收到：打电话告诉我们退哪件。订单页只在付款方确认后才写“已退回”。", "Already arrived: call and say which piece. The order page says “refunded” only once the provider confirms."),
            ],
            [new(new("四件退一件", "One of four"), new("每件退多少，下单时就分摊到分；分几次退，加起来正好是您付的。", "What each piece refunds was fixed to the cent when you ordered, so refunds in parts add up to what you paid."))]),
        new("missing", new("付了款却没看到订单", "Paid, but no order to be seen"),
            new("先别再付一次。钱不会丢。", "Do not pay again yet. The money is not lost."),
            [
                new("等两分钟，再用订单号和手机号查。我们会自己去问付款方，不等它通知。", "Wait two minutes, then look the order up. We ask the payment provider ourselves instead of waiting."),
                new("订单写“待付款”而您已付：点“我已经付了，再查一次”。", "The order says “awaiting payment” though you paid: press “I have paid, check again”."),
                new("订单已超时关闭：自动全额退回，您不用申请，订单页会写明。", "The order closed on time-out: it is refunded in full without asking, and the order page says so."),
            ],
            [new(new("付款时网断了", "The connection dropped while paying"), new("页面打不开，钱扣了。系统查到这笔款，订单自己往下走，客户什么也不用做。", "The page died and the money was taken. The shop found the payment and moved the order on; the customer did nothing."))]),
    ];
}
