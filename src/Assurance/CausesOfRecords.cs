using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>Causes that show in the books themselves, and in what people may and may not do.</summary>
internal static class CausesOfRecords
{
    private static readonly RemedyAction Webhooks = new("open_webhooks", new("看推送", "Open webhooks"), "/settings/webhooks");
    private static readonly RemedyAction Order = new("open_order", new("打开订单", "Open the order"), "/orders/{order}");
    private static readonly RemedyAction Proof = new("open_proof", new("看核对", "Open the proof"), "/proof");

    public static readonly IReadOnlyList<Cause> All =
    [
        Of("equation", CauseGroup.System, new("账对不上", "The books do not add up"),
            new("核对恒等式时，两种算法结果不同", "Two ways to the same figure differ"),
            new("按第一处出错的行查：先暂停那一单，再按给出的更正分录补记", "Follow the first bad row: hold that order, then post the correcting entry that is proposed")),
        Of("equation:audit.changes", CauseGroup.Records, new("操作没有记录", "An operation left no record"),
            new("订单、库存或账有变化，操作记录里没有", "An order, stock or the ledger changed without a record"),
            new("核验操作记录的哈希链，保留数据库副本，查谁能直接访问数据库", "Verify the audit chain, keep a copy of the database, review who can reach it")),
        Of("equation:requests.keys", CauseGroup.System, new("答复过的订单不见了", "An order that was confirmed is gone"),
            new("请求答复了订单号，库里没有这一单", "A request was answered with a number that no order has"),
            new("按订单号查备份，联系客户确认后补录", "Look for it in the backups, confirm with the customer, enter it again")),
        Of("equation:inbox.waiting", CauseGroup.Transmission, new("收到的消息没人处理", "Messages that nobody deals with"),
            new("收到的消息到期5分钟还在等", "A message has been due for five minutes"),
            new("看程序是否在运行、磁盘是否写满", "See that the program runs and the disk has room")) with
        { Auto = AutoRepair.Continuous, Repair = new("程序一直在重试", "The program goes on trying") },
        Of("equation:outbox.waiting", CauseGroup.Network, new("要发的消息发不出去", "Messages that do not leave"),
            new("要发的消息到期5分钟还在等", "A message has been due for five minutes"),
            new("看网络和对方是否正常", "See the network and the other side")) with
        { Auto = AutoRepair.Continuous, Repair = new("程序一直在重试", "The program goes on trying") },
        Of("permission.missing", CauseGroup.Permission, new("没有权限，处理不了订单", "Somebody may not handle an order"),
            new("有人处理订单时被拒绝：角色没有这项权限", "Somebody was refused while handling an order: the role lacks the right")
            , new("请有权限的人处理这一单，或给这个角色加上权限", "Have somebody with the right handle it, or give the role the right")) with
        { Action = new("open_staff", new("看角色和权限", "Open roles and rights"), "/settings/staff"), Deadline = TimeSpan.FromHours(8), Escalate = TimeSpan.FromHours(1) },
        Of("webhook.dead", CauseGroup.Integration, new("推送送不到", "A receiver takes no messages"),
            new("一条消息试了十次，三天多没有送到", "A message was tried ten times over three days"),
            new("修好接收方，在推送页重新启用或重发", "Mend the receiver, then switch it on or replay on the page of webhooks")) with
        { Action = Webhooks },
        Of("webhook.gone", CauseGroup.Integration, new("接收方不要了", "A receiver is gone"),
            new("接收方回答410，不再要消息", "The receiver answered 410: it wants no more"),
            new("和接收方核对地址；还要的话重新启用", "Check the address with the receiver; switch it on if it is still wanted")) with
        { Action = Webhooks },
        Of("order.to_confirm", CauseGroup.Operation, new("付了款，等人审核", "Paid, waiting to be confirmed"),
            new("订单付了款，没有自动确认，也没有人审核", "The order is paid and nobody has confirmed it"),
            new("打开订单，核对后点审核", "Open the order, check it, confirm it")) with
        { Action = Order, Deadline = TimeSpan.FromHours(8), Escalate = TimeSpan.FromHours(2) },
    ];

    private static Cause Of(string code, CauseGroup group, Text title, Text found, Text remedy) =>
        new(code, group, title, found, remedy, null, Proof, AutoRepair.None, null, TimeSpan.FromHours(24), TimeSpan.FromHours(4));
}
