using Guidan.Kernel;

namespace Guidan.Catalog;

/// <summary>A node of the category tree.</summary>
/// <param name="Parent">Id of the node above, or null at the top.</param>
/// <param name="Position">Order among its siblings.</param>
public sealed record Category(Guid Id, string Slug, Text Name, Guid? Parent, int Position);

internal sealed class StoredCategory
{
    public Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }
    public Guid? ParentId { get; init; }
    public int Position { get; init; }
}
