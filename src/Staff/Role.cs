using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>A post in the shop and the rights that come with it.</summary>
/// <param name="Code">Stable, such as <c>warehouse</c>.</param>
/// <param name="BuiltIn">Comes with the program and cannot be changed.</param>
public sealed record Role(string Code, Text Name, IReadOnlySet<string> Permissions, bool BuiltIn);
