using Guidan.Customers;
using Guidan.Kernel;

namespace Guidan.Web.Storefront;

/// <summary>One of the customer's orders in the list of the account.</summary>
/// <param name="More">How many further kinds of goods are in it.</param>
public sealed record OwnOrderCard(string Number, DateTimeOffset PlacedAt, ShownState State, Text Goods, int More, Picture Picture, int Units, Money Total);

/// <summary>The account with its orders and addresses.</summary>
/// <param name="Next">The key after which older orders begin, or null.</param>
public sealed record AccountHome(AccountView Account, IReadOnlyList<OwnOrderCard> Orders, string? Next, IReadOnlyList<AddressView> Addresses);

/// <summary>What somebody typed to sign up or in; a password is never given back.</summary>
public sealed record SignForm(string Account = "", string Name = "", string Next = "/account")
{
    public static SignForm From(IFormCollection form) => new(form["account"].ToString().Trim(), form["name"].ToString().Trim(), Local(form["next"]));

    /// <summary>An address of this shop; anything else becomes the account, so that nobody is sent elsewhere by a link.</summary>
    public static string Local(string? next) => next is { Length: > 0 and <= 500 } && next[0] == '/'
        && (next.Length == 1 || next[1] is not ('/' or '\\')) && !next.Any(char.IsControl) ? next : "/account";
}

/// <summary>The form of one address.</summary>
/// <param name="Id">Null for a new one.</param>
public sealed record AddressForm(Guid? Id, bool IsDefault, CheckoutForm Form);
