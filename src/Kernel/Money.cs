using System.Globalization;
using System.Text.Json.Serialization;

namespace Guidan.Kernel;

/// <summary>An amount in minor units (fen for CNY) of one currency. There is no floating point money anywhere.</summary>
/// <param name="Amount">Minor units; negative means the other direction.</param>
/// <param name="Currency">ISO 4217, three capital letters.</param>
public readonly record struct Money(
    [property: JsonRequired] long Amount,
    [property: JsonRequired] string Currency) : IComparable<Money>
{
    /// <summary>Nothing, in a currency.</summary>
    public static Money Zero(string currency) => new(0, currency);

    /// <summary>Chinese yuan from fen.</summary>
    public static Money Cny(long fen) => new(fen, "CNY");

    [JsonIgnore] public bool IsZero => Amount == 0;

    public static Money operator +(Money a, Money b) => new(checked(a.Amount + Same(a, b).Amount), a.Currency);
    public static Money operator -(Money a, Money b) => new(checked(a.Amount - Same(a, b).Amount), a.Currency);
    public static Money operator -(Money a) => new(checked(-a.Amount), a.Currency);
    public static Money operator *(Money a, long times) => new(checked(a.Amount * times), a.Currency);
    public static bool operator <(Money a, Money b) => a.Amount < Same(a, b).Amount;
    public static bool operator >(Money a, Money b) => a.Amount > Same(a, b).Amount;
    public static bool operator <=(Money a, Money b) => a.Amount <= Same(a, b).Amount;
    public static bool operator >=(Money a, Money b) => a.Amount >= Same(a, b).Amount;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Amount.CompareTo(Same(this, other).Amount);

    /// <summary>How many digits stand behind the point in a currency (ISO 4217).</summary>
    public static int Decimals(string currency) => currency switch
    {
        "JPY" or "KRW" or "VND" or "CLP" => 0,
        "KWD" or "BHD" or "JOD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>¥1,234.50 — the sign before the symbol, digits never broken.</summary>
    public string Show()
    {
        var digits = Decimals(Currency);
        var scale = (decimal)Math.Pow(10, digits);
        var figure = Math.Abs(Amount / scale).ToString("N" + digits, CultureInfo.InvariantCulture);
        return (Amount < 0 ? "−" : "") + (Currency == "CNY" ? "¥" : Currency + " ") + figure;
    }

    /// <inheritdoc/>
    public override string ToString() => Show();

    /// <summary>
    /// Shares this amount by weights so that the shares add up to it exactly (largest remainder; ties to the first).
    /// </summary>
    /// <param name="weights">Non-negative; when all are zero the first share takes everything.</param>
    public long[] Allot(IReadOnlyList<long> weights)
    {
        Invariant.That(weights.Count > 0, "an amount is allotted to at least one share");
        Int128 whole = 0;
        foreach (var weight in weights) whole += weight;
        var shares = new long[weights.Count];
        if (whole == 0)
        {
            shares[0] = Amount;
            return shares;
        }
        var sign = Amount < 0 ? -1 : 1;
        var amount = (Int128)Math.Abs(Amount);
        var left = (long)amount;
        for (var i = 0; i < shares.Length; i++) left -= shares[i] = (long)(amount * weights[i] / whole);
        var byRemainder = Enumerable.Range(0, shares.Length).OrderByDescending(i => amount * weights[i] % whole).ThenBy(i => i);
        foreach (var i in byRemainder.Take((int)left)) shares[i]++;
        for (var i = 0; i < shares.Length; i++) shares[i] *= sign;
        return shares;
    }

    private static Money Same(Money a, Money b)
    {
        Invariant.That(a.Currency == b.Currency, $"{a.Currency} and {b.Currency} do not add");
        return b;
    }
}
