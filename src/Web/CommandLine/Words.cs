namespace Guidan.Web.CommandLine;

/// <summary>The words behind <c>guidan</c>: the verb and its objects, and switches such as <c>--data DIR</c>.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, string> switches = new(StringComparer.OrdinalIgnoreCase);

    public Words(IEnumerable<string> args)
    {
        string? open = null;
        var plain = new List<string>();
        foreach (var arg in args)
        {
            if (arg.StartsWith("--", StringComparison.Ordinal))
            {
                // A switch without a value says yes: --dry-run.
                if (open is not null) switches[open] = "true";
                var at = arg.IndexOf('=', StringComparison.Ordinal);
                open = at < 0 ? arg[2..] : null;
                if (at > 0) switches[arg[2..at]] = arg[(at + 1)..];
            }
            else if (open is not null)
            {
                switches[open] = arg;
                open = null;
            }
            else plain.Add(arg);
        }
        if (open is not null) switches[open] = "true";
        Plain = plain;
    }

    /// <summary>Words that belong to no switch, in order: verb, object, file.</summary>
    public IReadOnlyList<string> Plain { get; }

    /// <summary>The value of a switch, or null when it was not given.</summary>
    public string? Of(string name) => switches.GetValueOrDefault(name);

    /// <summary>True for <c>--name</c> and <c>--name true</c>.</summary>
    public bool Has(string name) => bool.TryParse(Of(name), out var yes) && yes;

    /// <summary>All switches as configuration, for building the shop.</summary>
    public string[] ForConfiguration() => switches.SelectMany(s => (string[])["--" + s.Key, s.Value]).ToArray();
}
