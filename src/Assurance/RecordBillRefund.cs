using Guidan.Kernel;
using Guidan.Operations;
using Guidan.Orders;

namespace Guidan.Assurance;

/// <summary>Finds the refund that a case is about in its bill, and has it recorded on the order.</summary>
internal sealed class RecordBillRefund(ShopDb db, Cases cases, MoneyDesk desk)
{
    private static readonly Statement Line = new(
        """
        select order_number, refund_no, amount, currency from assurance_bill_line
        where provider = $1 and day = $2 and refund_no = $3 and kind = 1 limit 1
        """);

    public async Task<Result<OrderMoved>> Handle(Guid caseId)
    {
        if (cases.Find(caseId) is not { Kind: Difference.RefundUnknown } found) return Refusal.NotFound("case.unknown", new("这个事项", "This case"));
        var parts = found.Subject.Split(':', 3);
        var lines = parts.Length == 3 && int.TryParse(parts[1], out var day)
            ? await db.Query(Line, r => (Order: r.Long(0), Number: r.Text(1), Amount: new Money(r.Long(2), r.Text(3))), parts[0], day, parts[2]) : [];
        if (lines.Count == 0 || lines[0].Order == 0) return NoOrder;
        return await desk.RecordRefund(parts[0], lines[0].Order, lines[0].Number, lines[0].Amount, caseId);
    }

    private static readonly Refusal NoOrder = Refusal.Conflict("refund.no_order",
        new("这笔退款不属于本店的订单", "This refund belongs to no order of the shop"),
        new("账单上的商户订单号不是本店的", "The merchant's number in the bill is none of ours"),
        new("核对清楚后写明原因，关闭这个事项", "Clear it up, then close the case with its reason"));
}
