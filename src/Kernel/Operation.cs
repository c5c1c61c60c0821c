using System.Reflection;

namespace Guidan.Kernel;

/// <summary>
/// Declares a use case: its stable name, what it is called in both languages, and the permission that it needs.
/// Every use case and every query door of the back office carries one; routes and the audit trail read it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OperationAttribute(string name, string zh, string en) : Attribute
{
    /// <summary>Stable, such as <c>orders.ship</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What people call it.</summary>
    public Text Title { get; } = new(zh, en);

    /// <summary>The permission that it needs; null for what any customer may do.</summary>
    public string? Permission { get; init; }

    /// <summary>The declaration on a use case; a use case without one is a programmer's error.</summary>
    public static OperationAttribute Of(Type useCase)
    {
        var found = useCase.GetCustomAttribute<OperationAttribute>();
        Invariant.That(found is not null, $"{useCase.Name} declares no operation");
        return found;
    }
}

/// <summary>A right that a role may hold.</summary>
/// <param name="Code">Stable, such as <c>orders.ship</c>.</param>
public sealed record Permission(string Code, Text Title);
