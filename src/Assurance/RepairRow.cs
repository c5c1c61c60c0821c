namespace Guidan.Assurance;

/// <summary>What the program did by itself about a case, once for each time that the case opened.</summary>
internal sealed class RepairRow
{
    public required string Kind { get; init; }
    public required string Subject { get; init; }

    /// <summary>When the case opened that was repaired; a case that opens anew may be repaired anew.</summary>
    public DateTimeOffset Since { get; set; }

    public RepairState State { get; set; }
    public DateTimeOffset At { get; set; }
    public string? Outcome { get; set; }
}
