namespace Guidan.Kernel;

/// <summary>One thing that a transaction changed, as the audit log will keep it. Before and after hold no personal data.</summary>
/// <param name="Target">What was changed: <c>order:261122…</c>, <c>sku:TEA-1</c>.</param>
public sealed record AuditCapture(string Operation, string Target, string? Before, string? After, string? Reason);

/// <summary>Kernel declares the capture; the Audit module keeps it. Called inside the transaction that it records.</summary>
public interface IAuditTrail
{
    /// <summary>The statement that appends a capture to a chain, its values, and the chain's new end.</summary>
    (Statement Statement, object?[] Values, ChainTail Tail) Append(
        ChainTail tail, AuditCapture capture, string actor, string? ip, DateTimeOffset at);
}
