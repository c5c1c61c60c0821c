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
        new("careful", new("怎样避免订单出问题", "How to keep an order out of trouble"),
            new("下单后核对一遍，多数问题当场就能解决。", "Check the order once after placing it; most slips can be put right on the spot."),
            [
                new("下单后看一眼订单页：货、规格、数量、收货人、电话、地址。", "Look at the order page: goods, options, quantities, name, phone, address."),
                new("收藏订单页，或记下18位订单号，换了手机也找得到。", "Bookmark the order page or note the 18-digit number, so that you find it on another phone too."),
                new("付款时等页面自己回来；扣了款就别再付一次，先看订单页。", "Let the payment page come back by itself; once the money is taken do not pay again, look at the order page first."),
                new("只在本店网址付款。有人发来别的收款码、要您补差价，先打电话问我们。", "Pay on this shop's own pages only. If somebody sends another payment code or asks for a difference, call us first."),
            ],
            [
                new(new("付了，页面却写待付款", "Paid, but the page says unpaid"), new("别再付。点“我已经付了，再查一次”，我们去问付款方；款到了订单自己往下走。", "Do not pay again. Press “I have paid, check again” and we ask the provider; once the money is found the order moves on.")),
                new(new("点了两次提交", "Pressed twice"), new("同一次结算只成一单。真多下了一单，没付的过时自动取消，付了的在发货前可以取消，全额退回。", "One checkout makes one order. If there really are two, the unpaid one is canceled by itself, and a paid one can be canceled before shipping with everything refunded.")),
                new(new("地址写错了", "The address is wrong"), new("还没发货：在订单页取消，再下一单，付的钱全数退回。已经发货：马上打电话，我们请快递改送，不一定都能改成。", "Not shipped: cancel on the order page and order again; everything you paid goes back. Shipped: call at once and we ask the carrier to redirect it, which does not always work.")),
                new(new("包裹几天没动静", "The parcel does not move"), new("两天没有新动静，订单页会写明，我们也会去问快递。您不用先来催。", "After two days without news the order page says so, and we ask the carrier. You need not chase it.")),
                new(new("订单查不到", "The order is not found"), new("先看是不是在别家店下的：本店订单号是18位数字。别家的订单要到那家店查。", "Check whether it was placed in another shop: our numbers have 18 digits. Orders of other shops are found there.")),
            ]),
    ];
}
