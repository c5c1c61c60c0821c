using FsCheck;
using FsCheck.Fluent;
using Guidan.Kernel;

namespace Guidan.Tests.Kernel;

public sealed class MoneyTests
{
    private static readonly Gen<long[]> Weights = Gen.Choose(0, 1_000_000).Select(w => (long)w).NonEmptyListOf().Select(l => l.ToArray());
    private static readonly Gen<long> Amounts = Gen.Choose(-100_000_000, 100_000_000).Select(a => (long)a);

    private static void ForAll(Func<long, long[], bool> holds) => Prop.ForAll(
        Amounts.SelectMany(_ => Weights, (amount, weights) => (amount, weights)).ToArbitrary(),
        pair => holds(pair.amount, pair.weights)).QuickCheckThrowOnFailure();

    [Fact]
    public void Allot_gives_away_exactly_the_amount() =>
        ForAll((amount, weights) => Money.Cny(amount).Allot(weights).Sum() == amount);

    [Fact]
    public void Allot_gives_nobody_a_minor_unit_more_or_less_than_his_part() => ForAll((amount, weights) =>
    {
        Int128 whole = weights.Sum();
        return whole == 0 || Money.Cny(amount).Allot(weights).Zip(weights)
            .All(s => Int128.Abs(s.First * whole - (Int128)amount * s.Second) < whole);
    });

    [Fact]
    public void Allot_never_turns_a_share_to_the_other_side() => ForAll((amount, weights) =>
        Money.Cny(amount).Allot(weights).All(s => s == 0 || Math.Sign(s) == Math.Sign(amount)));

    [Fact]
    public void Allot_gives_nothing_to_a_weight_of_nothing() => ForAll((amount, weights) =>
        weights.Sum() == 0 || Money.Cny(amount).Allot(weights).Zip(weights).All(s => s.Second > 0 || s.First == 0));

    [Fact]
    public void Allot_of_the_opposite_amount_is_the_opposite() => ForAll((amount, weights) =>
        Money.Cny(-amount).Allot(weights).SequenceEqual(Money.Cny(amount).Allot(weights).Select(s => -s)));

    [Fact]
    public void Allot_gives_the_odd_units_to_the_largest_remainders_and_ties_to_the_first()
    {
        Money.Cny(100).Allot([1, 1, 1]).ShouldBe([34, 33, 33]);
        Money.Cny(5).Allot([1, 1]).ShouldBe([3, 2]);
        Money.Cny(10).Allot([1, 2, 4]).ShouldBe([1, 3, 6]);
        Money.Cny(-100).Allot([1, 1, 1]).ShouldBe([-34, -33, -33]);
        Money.Cny(7).Allot([0, 0]).ShouldBe([7, 0]);
    }

    [Fact]
    public void Allot_holds_at_the_edge_of_what_a_long_holds() =>
        Money.Cny(long.MaxValue).Allot([long.MaxValue, long.MaxValue, 1]).Aggregate(Int128.Zero, (a, b) => a + b)
            .ShouldBe((Int128)long.MaxValue);

    [Fact]
    public void Different_currencies_do_not_add() =>
        Should.Throw<InvariantBroken>(() => Money.Cny(1) + new Money(1, "USD"));

    [Fact]
    public void An_amount_too_large_is_an_error_and_not_another_amount() =>
        Should.Throw<OverflowException>(() => Money.Cny(long.MaxValue) + Money.Cny(1));

    [Theory]
    [InlineData(123450, "CNY", "¥1,234.50")]
    [InlineData(-5, "CNY", "−¥0.05")]
    [InlineData(0, "CNY", "¥0.00")]
    [InlineData(1234, "JPY", "JPY 1,234")]
    [InlineData(1234, "KWD", "KWD 1.234")]
    public void Show_writes_the_amount_as_people_read_it(long amount, string currency, string shown) =>
        new Money(amount, currency).Show().ShouldBe(shown);

    [Fact]
    public void Json_is_amount_and_currency_and_nothing_less()
    {
        Json.Write(Money.Cny(19900)).ShouldBe("""{"amount":19900,"currency":"CNY"}""");
        Json.Read<Money>("""{"amount":19900,"currency":"CNY"}""").ShouldBe(Money.Cny(19900));
        foreach (var wrong in (string[])["""{"amount":19900}""", """{"amount":1.5,"currency":"CNY"}""", """{"amount":"1","currency":"CNY"}""",
            """{"amount":1,"currency":null}""", """{"amount":1,"currency":"CNY","x":1}"""])
            Should.Throw<System.Text.Json.JsonException>(() => Json.Read<Money>(wrong), wrong);
    }
}
