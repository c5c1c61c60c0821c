using Guidan.Kernel;

namespace Guidan.Tests.Kernel;

public sealed class OrderNumberTests
{
    private readonly HandClock clock = new(new DateTimeOffset(2026, 11, 22, 6, 38, 33, TimeSpan.Zero));
    private readonly OrderNumbers numbers;

    public OrderNumberTests() => numbers = new OrderNumbers(clock, ShopCalendar.For("Asia/Shanghai"));

    [Fact]
    public void A_number_says_day_and_microsecond_of_the_shop()
    {
        var number = OrderNumbers.Plain(numbers.Next());

        number.Length.ShouldBe(18);
        // 14:38:33 in Shanghai is 52,713 s after midnight; a number that would pass for a card's is stepped over.
        number[..6].ShouldBe("261122");
        long.Parse(number[6..17]).ShouldBeInRange(52_713_000_000, 52_713_000_009);
    }

    [Fact]
    public void Grouped_is_how_people_read_it() => OrderNumbers.Grouped(261122527183406912).ShouldBe("261122 5271 8340 6912");

    [Fact]
    public async Task Numbers_made_at_once_are_all_different()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 5_000).Select(_ => numbers.Next()).ToList())));

        made.SelectMany(m => m).Distinct().Count().ShouldBe(40_000);
        made.ShouldAllBe(m => m.SequenceEqual(m.Order()));
    }

    [Fact]
    public void Numbers_ascend_when_the_clock_goes_back()
    {
        var before = numbers.Next();
        clock.Now -= TimeSpan.FromHours(3);

        numbers.Next().ShouldBeGreaterThan(before);
    }

    [Fact]
    public void Numbers_ascend_over_midnight_and_over_the_year()
    {
        clock.Now = new DateTimeOffset(2026, 12, 31, 15, 59, 59, 999, TimeSpan.Zero);
        var before = numbers.Next();
        clock.Now += TimeSpan.FromMilliseconds(2);
        var after = numbers.Next();

        OrderNumbers.Plain(before)[..6].ShouldBe("261231");
        OrderNumbers.Plain(after)[..6].ShouldBe("270101");
        after.ShouldBeGreaterThan(before);
    }

    [Fact]
    public void Numbers_go_on_after_those_that_the_database_holds()
    {
        var last = new OrderNumbers(new HandClock(clock.Now.AddDays(2)), ShopCalendar.For("Asia/Shanghai")).Next();
        numbers.StartAfter(last);

        numbers.Next().ShouldBeGreaterThan(last);
    }

    [Fact]
    public void A_number_is_read_back_with_and_without_spaces()
    {
        var number = numbers.Next();

        OrderNumbers.TryParse(OrderNumbers.Plain(number), out var plain).ShouldBeTrue();
        OrderNumbers.TryParse(OrderNumbers.Grouped(number), out var grouped).ShouldBeTrue();
        (plain, grouped).ShouldBe((number, number));
    }

    [Fact]
    public void Every_single_wrong_digit_is_caught()
    {
        foreach (var number in Many())
        {
            for (var at = 0; at < 18; at++)
            {
                for (var digit = '0'; digit <= '9'; digit++)
                {
                    if (digit == number[at]) continue;
                    OrderNumbers.TryParse(number[..at] + digit + number[(at + 1)..], out _).ShouldBeFalse();
                }
            }
        }
    }

    [Fact]
    public void Every_swap_of_two_neighbors_is_caught()
    {
        foreach (var number in Many())
        {
            for (var at = 0; at < 17; at++)
            {
                if (number[at] == number[at + 1]) continue;
                OrderNumbers.TryParse($"{number[..at]}{number[at + 1]}{number[at]}{number[(at + 2)..]}", out _).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void No_number_passes_for_that_of_a_payment_card() => Many().Count(PassesLuhn).ShouldBe(0);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("26112252718340691")]
    [InlineData("2611225271834069120")]
    [InlineData("26112252718340691x")]
    [InlineData("２６１１２２５２７１８３４０６９１２")]
    [InlineData("-61122527183406912")]
    public void What_is_no_number_is_not_read(string? text) => OrderNumbers.TryParse(text, out _).ShouldBeFalse();

    private List<string> Many() => Enumerable.Range(0, 500).Select(_ =>
    {
        clock.Now += TimeSpan.FromMicroseconds(7_777_777);
        return OrderNumbers.Plain(numbers.Next());
    }).ToList();

    private static bool PassesLuhn(string number) => number.Reverse().Select((c, i) =>
    {
        var digit = (c - '0') * (i % 2 == 1 ? 2 : 1);
        return digit > 9 ? digit - 9 : digit;
    }).Sum() % 10 == 0;
}
