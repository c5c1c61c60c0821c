namespace Guidan.Kernel;

/// <summary>Every limit that more than one module respects, with its name and default.</summary>
public sealed class Limits
{
    /// <summary>Rows a list answers when the caller does not say.</summary>
    public const int PageDefault = 20;

    /// <summary>Rows a list answers at the most.</summary>
    public const int PageMost = 200;

    /// <summary>Use cases that share one SQLite commit at the most: more would let the first wait too long.</summary>
    public int GroupMost { get; set; } = 128;

    /// <summary>Use cases that may wait for the write lane; one more is told to come back.</summary>
    public int LaneQueueMost { get; set; } = 4096;

    /// <summary>
    /// PostgreSQL transactions that one node runs at once. On few processors more of them only stand in each other's way:
    /// on two, ten place as many orders as sixteen, and a quarter more where all want one SKU.
    /// </summary>
    public int PostgresLanes { get; set; } = Math.Clamp(5 * Environment.ProcessorCount, 10, 16);

    /// <summary>Connections that read at once on one node; further readers wait.</summary>
    public int Readers { get; set; } = 16;

    /// <summary>Stored messages that one node makes sense of at once; zero leaves them to other nodes.</summary>
    public int InboxHandlers { get; set; } = 16;

    /// <summary>Tries of one PostgreSQL transaction before a serialization failure is passed on.</summary>
    public int TransactionTries { get; set; } = 6;

    /// <summary>Bytes of a request body, except imports and pictures.</summary>
    public long BodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Bytes of an import file.</summary>
    public long ImportBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Bytes of one picture.</summary>
    public long PictureBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Lines of one order.</summary>
    public int OrderLines { get; set; } = 100;

    /// <summary>Units of one line.</summary>
    public int LineUnits { get; set; } = 9_999;

    /// <summary>Requests per minute and address on the public calls; loopback is not counted.</summary>
    public int StoreRequestsPerMinute { get; set; } = 1_200;
}
