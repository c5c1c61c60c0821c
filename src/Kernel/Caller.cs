namespace Guidan.Kernel;

/// <summary>Who stands behind the work in hand.</summary>
public enum ActorKind { System, Customer, Staff, Token, Provider }

/// <summary>The one who asks: set by the door that the request came through, read by permissions and the audit trail.</summary>
public sealed class Caller
{
    /// <summary>The shop itself at work: jobs, deliveries, the command line.</summary>
    public static readonly Caller System = new();

    public ActorKind Kind { get; set; } = ActorKind.System;

    /// <summary>Stable identity within its kind; empty for an unknown customer.</summary>
    public string Id { get; set; } = "";

    /// <summary>As shown to people beside what was done.</summary>
    public string Name { get; set; } = "";

    public string? Ip { get; set; }

    public Tongue Tongue { get; set; } = Tongue.Zh;

    public IReadOnlySet<string> Permissions { get; set; } = new HashSet<string>();

    /// <summary>The actor as written into histories: <c>staff:…</c>, <c>customer:…</c>, <c>system</c>.</summary>
    public string Actor => Kind == ActorKind.System ? "system" : $"{Kind.ToString().ToLowerInvariant()}:{Id}";

    /// <summary>Takes over another identity: a test, a job or the command line speaks for it.</summary>
    public void Become(Caller other) =>
        (Kind, Id, Name, Ip, Tongue, Permissions) = (other.Kind, other.Id, other.Name, other.Ip, other.Tongue, other.Permissions);
}
