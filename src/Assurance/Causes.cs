using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>
/// Every cause that is known, with its detector, its words and its way out, as data: the back office, the documents and
/// the customer's page read this one table. A case that fits none counts as unknown.
/// </summary>
public static class Causes
{
    private static readonly RemedyAction Order = new("open_order", new("打开订单", "Open the order"), "/orders/{order}");
    private static readonly RemedyAction Sheet = new("open_sheet", new("看对账", "Open the sheet"), "/sheet");
    private static readonly RemedyAction Messages = new("open_messages", new("看消息", "Open the messages"), "/operations");
    private static readonly RemedyAction Proof = new("open_proof", new("看核对", "Open the proof"), "/proof");

    private static readonly Text Keeps = new("程序一直在重试", "The program goes on trying");

    /// <summary>What stands for a case that fits no cause.</summary>
    public static readonly Cause Unknown = new("unknown", CauseGroup.System, new("原因不明", "Unknown cause"),
        new("有事项，但不在这张表里", "A case that no line of this table fits"),
        new("打开这个事项看原文，处理后关闭；把它告诉技术支持，好补进表里", "Open the case and read it, deal with it, close it; tell support, so that it gets a line here"),
        null, Proof, AutoRepair.None, null, TimeSpan.FromHours(4), TimeSpan.FromHours(1));

    public static readonly IReadOnlyList<Cause> All =
    [
        // Money.
        new("payment", CauseGroup.ThirdParty, new("收到的钱找不到订单", "Money without an order"),
            new("通知、查询或账单里有一笔款，号码、币种或商户对不上订单", "A notice, an answer or a bill shows money whose number, currency or merchant fits no order"),
            new("归到一个待付款的订单，或退回", "Attach it to an order that waits for payment, or return it"),
            new("您付的款我们收到了，正在核对是哪一单；对不上就原路退回，您不用再付。", "Your payment arrived and we are finding its order; otherwise it goes back. Do not pay again."),
            new("place_money", new("归到订单或退回", "Attach or return"), "/sheet?open={subject}"), AutoRepair.None, null, TimeSpan.FromHours(24), TimeSpan.FromHours(4)),
        new("refund", CauseGroup.ThirdParty, new("支付方没有接受退款", "The provider refused a refund"),
            new("退款请求得到明确的拒绝", "A refund was answered with a plain no"),
            new("看原因：账户余额不足就充值，过了退款期就线下退给客户", "See why: top up the account, or pay the customer another way when the time to refund is over"),
            new("退款还没有成功，我们正在重办，您不用做任何事。钱不会丢。", "The refund has not gone through yet. We are seeing to it; you need not do anything."),
            Order, AutoRepair.Once, new("用新的退款号再退一次", "It is refunded once more under a new number"), TimeSpan.FromHours(24), TimeSpan.FromHours(4)),
        new("stuck.refunding", CauseGroup.ThirdParty, new("退款迟迟没有确认", "A refund waits for its confirmation"),
            new("退款发出满24小时，支付方没有说成功或失败", "24 hours after it was sent the provider has said neither yes nor no"),
            new("到支付方后台按退款号查，确认没有退过再线下退", "Look it up at the provider before paying the customer another way"),
            new("退款已经提交，支付方还在处理，到账会告诉您。", "The refund is with the provider; you are told when it arrives."),
            Order, AutoRepair.Once, new("马上再问一次支付方", "The provider is asked again at once"), TimeSpan.FromHours(48), TimeSpan.FromHours(24)),
        new("stuck.awaiting_payment", CauseGroup.Network, new("付款结果问不到", "Nobody says whether it was paid"),
            new("付款时间过了10分钟，支付方还没答复能不能关单", "Ten minutes after the time to pay the provider has not said that it is closed"),
            new("等程序继续问；支付方长时间不答就到它的后台查", "The program keeps asking; if the provider stays silent, look the trade up there"),
            new("正在向支付方核对您的付款，核对完这里会更新。您不用再付。", "We are checking your payment with the provider. Do not pay again."),
            Order, AutoRepair.Continuous, Keeps, TimeSpan.FromHours(2), TimeSpan.FromHours(1)),
        new(Difference.Unconfirmed, CauseGroup.ThirdParty, new("账单上的款，支付方查不到", "A bill shows money that the provider denies"),
            new("账单里有一笔款，查询却说没有或金额不同", "The bill has a line that the provider's own answer contradicts"),
            new("到支付方后台核对这笔款，截图留证，联系支付方", "Compare in the provider's back office, keep a picture, ask the provider"),
            null, Sheet, AutoRepair.Continuous, new("每天核对时再查", "Asked again with each match"), TimeSpan.FromHours(24), TimeSpan.FromHours(8)),
        new(Difference.OtherAmount, CauseGroup.ThirdParty, new("账单金额不同", "The bill has another amount"),
            new("同一笔款，账单和账上金额不同", "One payment, two amounts: in the bill and in the books"),
            new("到支付方后台看这笔款的真实金额；差额退给客户或补记", "See the true amount at the provider; refund or correct the difference"),
            null, Sheet, AutoRepair.None, null, TimeSpan.FromHours(24), TimeSpan.FromHours(8)),
        new(Difference.PaymentMissing, CauseGroup.ThirdParty, new("账上有款，账单没有", "In the books, not in the bill"),
            new("我们记着收到的款，当天账单里没有", "Money that the books have is missing from that day's bill"),
            new("到支付方后台确认这笔款；没有收到就暂停发货", "Make sure at the provider that it arrived; hold the order if not"),
            null, Order, AutoRepair.None, null, TimeSpan.FromHours(24), TimeSpan.FromHours(4)),
        new(Difference.RefundUnknown, CauseGroup.Operation, new("支付方后台退了款", "Refunded at the provider by hand"),
            new("账单里有一笔退款，账上没有或记的是失败", "The bill shows a refund that the books do not have, or have as failed"),
            new("登记这笔退款，让订单和账上一致", "Record it, so that order and ledger say the same"),
            null, new("record_refund", new("登记退款", "Record the refund"), "/sheet?open={subject}"), AutoRepair.None, null, TimeSpan.FromHours(24), TimeSpan.FromHours(8)),
        new(Difference.RefundMissing, CauseGroup.ThirdParty, new("退款没有出现在账单里", "A refund is not in the bill"),
            new("我们记着退款成功，当天账单里没有", "A refund that the books have as done is missing from that day's bill"),
            new("到支付方后台按退款号确认客户收到了钱", "Make sure at the provider that the customer has the money"),
            null, Order, AutoRepair.None, null, TimeSpan.FromHours(24), TimeSpan.FromHours(8)),
        new(Difference.RefundAmount, CauseGroup.ThirdParty, new("退款金额不同", "The refund has another amount"),
            new("同一笔退款，账单和账上金额不同", "One refund, two amounts"),
            new("到支付方后台看实际退了多少；差额补退或向客户收回", "See at the provider how much went back; refund or claim the difference"),
            null, Order, AutoRepair.None, null, TimeSpan.FromHours(24), TimeSpan.FromHours(8)),
        new(Difference.NoBill, CauseGroup.ThirdParty, new("账单没有取到", "A bill is missing"),
            new("过了11点，支付方前一天的账单还没有", "After eleven the provider's bill of the day before is not here"),
            new("等程序重试；或到支付方后台下载后在这里上传", "The program keeps asking; or download it at the provider and upload it here"),
            null, new("upload_bill", new("上传账单", "Upload the bill"), "/sheet?date={date}&part=bills"), AutoRepair.Continuous, Keeps, TimeSpan.FromHours(24), TimeSpan.FromHours(8)),
        new(Difference.Unreadable, CauseGroup.Integration, new("账单读不了", "A bill cannot be read"),
            new("取到的账单不完整，或格式不认识", "The bill is cut off or of an unknown form"),
            new("到支付方后台重新下载，在这里上传", "Download it again at the provider and upload it here"),
            null, new("upload_bill", new("上传账单", "Upload the bill"), "/sheet?date={date}&part=bills"), AutoRepair.Continuous, Keeps, TimeSpan.FromHours(24), TimeSpan.FromHours(8)),
        // Orders that stand still.
        new("stuck.paid", CauseGroup.Operation, new("付了款，没人确认", "Paid and not confirmed"),
            new("付款满24小时，订单还没确认", "24 hours after payment the order is not confirmed"),
            new("确认这单，或取消并退款", "Confirm it, or cancel and refund"),
            new("我们收到了您的付款，正在安排，店里已经收到提醒。", "We have your payment and are arranging it; the shop has been alerted."),
            Order, AutoRepair.None, null, TimeSpan.FromHours(4), TimeSpan.FromHours(2)),
        new("stuck.awaiting_shipment", CauseGroup.Operation, new("超过48小时没发货", "Not shipped for 48 hours"),
            new("确认满48小时，一件也没发", "48 hours after confirmation nothing is shipped"),
            new("发货；缺货就联系客户换货或退款", "Ship it; if out of stock, agree an exchange or a refund"),
            new("超过了答应您的发货时间，店里已经收到提醒。不想等可以取消，钱全部退回。", "Later than promised; the shop has been alerted. You may cancel, and everything goes back."),
            Order, AutoRepair.None, null, TimeSpan.FromHours(12), TimeSpan.FromHours(4)),
        new("stuck.partly_shipped", CauseGroup.Operation, new("剩下的没有发", "The rest is not shipped"),
            new("部分发货满72小时，还有没发的", "72 hours after a part was shipped the rest is not"),
            new("发出剩下的，或退掉不发的", "Ship the rest, or refund it"),
            new("还有商品没有发出，店里已经收到提醒。", "Some goods are still to be shipped; the shop has been alerted."),
            Order, AutoRepair.None, null, TimeSpan.FromHours(12), TimeSpan.FromHours(4)),
        new("stuck.shipped", CauseGroup.ThirdParty, new("包裹迟迟没有送达", "A parcel has not arrived"),
            new("发货满15天没有送达", "Not delivered 15 days after it was shipped"),
            new("用运单号查快递；丢件就重发或退款", "Trace the parcel; send again or refund if it is lost"),
            new("包裹比平时慢，我们在问快递，问到的写在这里。", "The parcel is late; we are asking the carrier and write here what they say."),
            Order, AutoRepair.Once, new("重新订阅这个包裹，再问一次快递", "The parcel is subscribed anew and the carrier asked again"), TimeSpan.FromHours(48), TimeSpan.FromHours(24)),
        new("stuck.delivered", CauseGroup.System, new("送达了，没有自动完成", "Delivered and not completed"),
            new("送达满约定天数，订单没有完成", "The agreed days after delivery the order is not completed"),
            new("打开订单点完成；点不了会说明原因", "Open the order and complete it; if that is refused, it says why"),
            null, Order, AutoRepair.Continuous, Keeps, TimeSpan.FromHours(48), TimeSpan.FromHours(24)),
        new("stuck.channel_payment", CauseGroup.Integration, new("渠道订单一直没付款", "A channel's order stays unpaid"),
            new("渠道订单满3天没付款，库存一直留着", "Unpaid for three days, with its stock kept"),
            new("到渠道看是否还会付；不会就在那边取消", "See at the channel; cancel it there if it will not be paid"),
            null, Order, AutoRepair.None, null, TimeSpan.FromHours(48), TimeSpan.FromHours(24)),
        // What travels.
        new("stuck.inbox", CauseGroup.Transmission, new("收到的消息没有处理完", "A message that arrived is not dealt with"),
            new("消息满5分钟没处理完，或已经停下", "Not dealt with after five minutes, or given up"),
            new("看错误，改好原因后重新处理", "See its error, mend the cause, try it again"),
            null, Messages, AutoRepair.Once, new("停下的消息再处理一次", "A message that stopped is tried once more"), TimeSpan.FromHours(2), TimeSpan.FromMinutes(30)),
        new("stuck.outbox", CauseGroup.Network, new("发出的消息没有送到", "A message does not get through"),
            new("消息满5分钟没送到，或已经停下", "Not delivered after five minutes, or given up"),
            new("看错误和对方是否正常，改好后重发", "See its error and whether the other side works, then send it again"),
            null, Messages, AutoRepair.Once, new("停下的消息再发一次", "A message that stopped is sent once more"), TimeSpan.FromHours(2), TimeSpan.FromMinutes(30)),
        .. CausesOfChannels.All, .. CausesOfRecords.All, .. CausesOfSettings.All,
    ];

    private static readonly ILookup<string, Cause> ByKind = All.ToLookup(c => c.Code.Split(':')[0]);

    /// <summary>The cause of a case; <see cref="Unknown"/> when no line fits.</summary>
    public static Cause Of(string kind, string subject = "") =>
        ByKind[kind].Where(c => c.Fits(kind, subject)).OrderByDescending(c => c.Code.Length).FirstOrDefault() ?? Unknown;
}
