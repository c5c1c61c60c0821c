using Guidan.Kernel;

namespace Guidan.Assurance;

/// <summary>Where a cause lies, in the words in which merchants look for it.</summary>
public enum CauseGroup { System, Transmission, Settings, Operation, Permission, Records, Communication, Network, ThirdParty, Integration }

/// <summary>What the program does about a cause by itself.</summary>
public enum AutoRepair
{
    /// <summary>Nothing: a person decides.</summary>
    None,

    /// <summary>It goes on trying until it works.</summary>
    Continuous,

    /// <summary>One try, claimed beforehand, so that it never happens twice.</summary>
    Once,
}

/// <summary>What a person can click: the page or the call that mends it.</summary>
/// <param name="Link">A page of the back office; <c>{order}</c>, <c>{subject}</c> and the <c>{date}</c> of a bill stand for the case's own.</param>
public sealed record RemedyAction(string Name, Text Title, string Link);

/// <summary>One reason why an order is not where it should be, and the way out.</summary>
/// <param name="Code">The kind of its cases; followed by <c>:</c> and the subject's beginning where one kind has several causes.</param>
/// <param name="Found">How it is detected.</param>
/// <param name="Customer">What the customer is told; empty when it does not concern one.</param>
/// <param name="Repair">What the program does by itself.</param>
/// <param name="Deadline">Until when it must be dealt with.</param>
/// <param name="Escalate">When it goes to the next person.</param>
public sealed record Cause(string Code, CauseGroup Group, Text Title, Text Found, Text Remedy, Text? Customer, RemedyAction Action,
    AutoRepair Auto, Text? Repair, TimeSpan Deadline, TimeSpan Escalate)
{
    internal bool Fits(string kind, string subject) => Code == kind
        || Code.Length > kind.Length + 1 && Code[kind.Length] == ':' && Code.StartsWith(kind, StringComparison.Ordinal)
            && subject.StartsWith(Code[(kind.Length + 1)..], StringComparison.Ordinal);
}
