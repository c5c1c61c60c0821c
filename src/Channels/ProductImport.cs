using Guidan.Kernel;

namespace Guidan.Channels;

/// <summary>Where an import stands.</summary>
public enum ImportState { Queued, Running, Done, Failed }

/// <summary>What happens at the first wrong row: skip its product, or stop before anything is written.</summary>
public enum OnImportError { Skip, Stop }

/// <summary>The row of an import: what was asked, how far it is. It is enough to go on after the process was killed.</summary>
internal sealed class ProductImport
{
    public Guid Id { get; init; }

    /// <summary>Name of the file as it was sent.</summary>
    public required string File { get; init; }
    public required string Format { get; init; }
    public bool DryRun { get; init; }
    public OnImportError OnError { get; init; }
    public ImportState State { get; init; }

    /// <summary>A file that must be right as a whole is read twice: first to check it, then to write it.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Rows in the file, and those that are behind us.</summary>
    public int Rows { get; init; }
    public int RowsDone { get; init; }

    /// <summary>Groups of rows that are behind us: where to go on.</summary>
    public int Groups { get; init; }

    /// <summary>Products.</summary>
    public int Created { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }
    public int Failed { get; init; }
    public int Faults { get; init; }

    /// <summary>Who asked, so that the audit log names that person and not a worker.</summary>
    public ActorKind ActorKind { get; init; }
    public required string ActorId { get; init; }
    public required string ActorName { get; init; }

    /// <summary>Which process works on it, and until when nobody else may.</summary>
    public string? Holder { get; init; }
    public DateTimeOffset? LeaseUntil { get; init; }

    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>One fault of an import, in the order of the file; only the first thousand are kept.</summary>
internal sealed class ProductImportFault
{
    public Guid ImportId { get; init; }
    public int Seq { get; init; }
    public int Line { get; init; }
    public string? Column { get; init; }
    public required string Code { get; init; }
    public required string TextZh { get; init; }
    public required string TextEn { get; init; }
    public string? Value { get; init; }
}
