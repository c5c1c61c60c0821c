using Guidan.Kernel;

namespace Guidan.Customers;

/// <summary>Asks the signed-in customer for his password again, before what cannot be taken back.</summary>
public sealed class OwnPassword(Caller caller, CustomerBook book, SignInThrottle throttle)
{
    /// <summary>Null when it fits; failures count like failed sign-ins.</summary>
    /// <param name="field">Where a wrong one is reported.</param>
    internal Task<Result<Done>> Ask(Customer customer, string? password, string field) => SignInCustomer.Door.InTurn<Done>(async () =>
    {
        var personal = book.PersonalOf(customer);
        var login = personal.Phone ?? personal.Email ?? "";
        if (await throttle.Blocked(SignInCustomer.Door, login, caller.Ip) is { } blocked) return blocked;
        if (Passwords.Matches(password ?? "", customer.PasswordHash)) return new Done();
        await throttle.Failed(SignInCustomer.Door, login, caller.Ip, customer.Id);
        return Refusal.Invalid(field, new("现在的密码不对", "The current password is wrong"));
    });
}
