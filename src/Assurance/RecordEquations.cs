using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>What must be equal between what happened and what was written down about it.</summary>
internal static class RecordEquations
{
    private static readonly TimeSpan WaitMost = TimeSpan.FromMinutes(5);

    // Two clock readings of one transaction; a clock that is set back between them is no missing record.
    private static readonly TimeSpan ClockSlip = TimeSpan.FromMinutes(1);

    public static readonly Equation Audit = new("audit.changes",
        new("每次订单变化、库存流水和分录，都有操作记录", "Every change of an order, every stock movement and every ledger entry has an audit record"),
        new("在操作记录里核验哈希链；记录缺失说明有人绕过了程序，保留数据库副本并查访问权限",
            "Verify the audit chain; a missing record means that somebody went past the program: keep a copy of the database and review who has access"),
        new Step(new(
            """
            select o.number, (select count(*) from orders_event e where e.order_number = o.number),
                (select count(*) from audit_entry a where a.target = 'order:' || o.number)
            from orders_order o where o.number > $1 order by o.number limit $2
            """), s => s.Orders(), (r, _) => r.Long(2) >= r.Long(1) && r.Long(1) > 0 ? Compared.Equal(r.Long(0))
                : new([r.Long(0)], OrderNumbers.Plain(r.Long(0)), $"{r.Long(1)} or more records", $"{r.Long(2)}")),
        new Step(new(
            """
            select m.id, m.sku, m.at, case when m.order_number is null
                then (select max(a.at) from audit_entry a where a.actor = m.actor)
                else (select max(a.at) from audit_entry a where a.target = 'order:' || m.order_number) end
            from inventory_movement m where m.id > $1 order by m.id limit $2
            """), s => s.Ids(), (r, _) => Recorded(r)),
        new Step(new(
            """
            select e.id, e.memo, e.at, case when e.order_number = 0 then (select max(a.at) from audit_entry a)
                else (select max(a.at) from audit_entry a where a.target = 'order:' || e.order_number) end
            from ledger_entry e where e.id > $1 order by e.id limit $2
            """), s => s.Ids(), (r, _) => Recorded(r)));

    public static readonly Equation Inbox = new("inbox.waiting",
        new("收到的消息都处理了，没有到期5分钟还没人管的", "Everything that arrived was dealt with; nothing has been due for more than five minutes"),
        new("看程序是否在运行、磁盘是否写满；消息页里可以重新处理", "See that the program runs and the disk has room; messages can be tried again on the messages page"),
        new Step(new("select cast(source as varchar(200)), event_key, due_at from kernel_inbox where state = 0 order by due_at limit 1000"),
            null, Due));

    public static readonly Equation Outbox = new("outbox.waiting",
        new("要发的消息都发了，没有到期5分钟还没人管的", "Everything that must leave has left; nothing has been due for more than five minutes"),
        new("看程序是否在运行、接收方是否正常；消息页里可以重新发送", "See that the program runs and the receiver answers; messages can be sent again on the messages page"),
        // Only the first of a stream can be due: what stands behind it waits for its turn, whatever its own time says.
        new Step(new(
            """
            select m.receiver, m.stream, m.due_at from kernel_outbox m where m.state = 0 and not exists (
                select 1 from kernel_outbox e where e.receiver = m.receiver and e.stream = m.stream and e.state = 0 and e.id < m.id)
            order by m.due_at limit 1000
            """), null, Due));

    public static readonly Equation Keys = new("requests.keys",
        new("答复过的每个下单请求都有那个订单，一个请求只对应一个订单",
            "Every order request that was answered has its order, and one request has one order"),
        new("按订单号查备份；找到后联系客户确认，重新录入", "Look for the number in the backups, confirm with the customer, enter it again"),
        new Step(new(
            """
            select c.key, cast(json_extract(c.answer, '$.number') as varchar(20)),
                (select o.number from orders_order o where o.number = cast(json_extract(c.answer, '$.number') as bigint))
            from kernel_claim c where c.kind = 'request:public orders.place' and c.key > $1 order by c.key limit $2
            """,
            """
            select c.key, c.answer::json ->> 'number',
                (select o.number from orders_order o where o.number = cast(c.answer::json ->> 'number' as bigint))
            from kernel_claim c where c.kind = 'request:public orders.place' and c.key > $1 order by c.key limit $2
            """), _ => [""], (r, _) => There(r))
        { FullOnly = true },
        new Step(new(
            """
            select c.key, c.became, (select o.number from orders_order o where o.number = cast(c.became as bigint))
            from kernel_claim c where c.kind = 'cart' and c.key > $1 order by c.key limit $2
            """), _ => [""], (r, _) => There(r))
        { FullOnly = true },
        new Step(new(
            """
            select cast(json_extract(c.answer, '$.number') as varchar(20)), count(*) from kernel_claim c
            where c.kind = 'request:public orders.place' group by 1 having count(*) > 1 limit 1
            """,
            """
            select c.answer::json ->> 'number', count(*) from kernel_claim c
            where c.kind = 'request:public orders.place' group by 1 having count(*) > 1 limit 1
            """), null, (r, _) => new([], r.Text(0), "one request", $"{r.Long(1)}"))
        { FullOnly = true });

    private static Compared Recorded(Row r) => r.TimeOrNull(3) is { } last && last >= r.Time(2) - ClockSlip ? Compared.Equal(r.Id(0))
        : new([r.Id(0)], r.Text(1), $"a record at {r.Time(2):O} or later", r.TimeOrNull(3)?.ToString("O") ?? "none");

    private static Compared Due(Row r, Scope scope) => r.Time(2) >= scope.Now - WaitMost ? Compared.Equal()
        : new([], $"{r.Text(0)} {r.Text(1)}", "dealt with", $"due since {r.Time(2):O}");

    private static Compared There(Row r) => !r.IsNull(2) ? Compared.Equal(r.Text(0))
        : new([r.Text(0)], r.TextOrNull(1) ?? r.Text(0), "an order", "none");
}
