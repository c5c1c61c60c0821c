using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>How a member's e-mail address is found and where it lives.</summary>
internal static class MemberEmails
{
    public static byte[] Index(Sealer sealer, string normalized) => sealer.Index("staff email", normalized);

    /// <summary>Where a sealed address lives: moved to another member it does not open.</summary>
    public static string Place(Guid member) => $"staff_member|email|{member:N}";
}
