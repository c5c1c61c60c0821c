using System.Security.Cryptography;
using Guidan.Kernel;

namespace Guidan.Staff;

/// <summary>The secret for a code generator.</summary>
/// <param name="Secret">To type in, Base32.</param>
/// <param name="Uri">The same for a QR code.</param>
public sealed record CodeSecret(string Secret, string Uri);

/// <summary>Somebody prepares a code generator for himself; codes are asked for once he has proved that it works.</summary>
[Operation("staff.set_up_code", "准备动态码", "Set up a code generator")]
public sealed class SetUpCode(ShopDb db, Caller caller, Sealer sealer)
{
    private const string Issuer = "Guidan";

    public async Task<Result<CodeSecret>> Run()
    {
        if (caller.Kind != ActorKind.Staff || !Guid.TryParse(caller.Id, out var id)) return Refusals.SignInFirst;
        return await db.InTransaction<CodeSecret>(this, () => Task.FromResult(Prepare(id)));
    }

    private Result<CodeSecret> Prepare(Guid id)
    {
        if (db.Set<StaffMember>().FirstOrDefault(m => m.Id == id) is not { } member) return ChangeStaff.NotFound;
        if (member.CodeOn) return AlreadyOn;
        var secret = RandomNumberGenerator.GetBytes(TimeCodes.SecretBytes);
        member.CodeSealed = sealer.Seal(Convert.ToBase64String(secret), TimeCodes.Place(id));
        db.Record($"staff:{id:N}", null, null);
        var (text, email) = (TimeCodes.Base32(secret), sealer.Open(member.EmailSealed, MemberEmails.Place(id)));
        return new CodeSecret(text, $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(email)}?secret={text}&issuer={Issuer}");
    }

    private static readonly Refusal AlreadyOn = Refusal.Conflict("staff.code_on",
        new("动态码已经开着", "Codes are on already"),
        new("换验证器要先关掉原来的", "The old generator must be turned off first"),
        new("用原来的动态码关掉，再重新准备", "Turn it off with one of its codes, then set up anew"));
}
