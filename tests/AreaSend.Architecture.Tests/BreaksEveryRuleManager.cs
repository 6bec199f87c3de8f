using System.Linq.Expressions;
using AreaSend.Services.Store;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace AreaSend.Architecture.Tests;

/// <summary>What no room of the house may do, for the rules to find.</summary>
internal static class BreaksEveryRuleManager
{
    public static string Report() => $"{DateTime.UtcNow} {SystemClock.Instance.GetCurrentInstant()} {File.Exists("report.txt")}";

    /// <summary>A background service that does not have the base of the others.</summary>
    internal abstract class Loop : BackgroundService;

    /// <summary>Four ways of saying anew who holds a role, and three that the rule passes over.</summary>
    internal static class Roles
    {
        public static bool HoldsNow(Contact contact, LocalDate today) => contact.From <= today;

        public static bool HasNoLastDay(Person person) => person.To is null;

        public static Expression<Func<Contact, bool>> InTheDatabase(LocalDate today) => contact => contact.To >= today;

        public static Expression<Func<Contact, bool>> WithoutLastDayInTheDatabase() => contact => contact.To == null;

        public static bool Asks(Contact contact, LocalDate today) => contact.HoldsOn(today);

        public static string Shows(Contact contact) => contact.To is { } last ? $"to {last}" : "–";

        public static IEnumerable<Contact> InOrder(IEnumerable<Contact> contacts) => contacts.OrderBy(contact => contact.From);
    }

    /// <summary>One field that has no underscore, beside what the rule passes over: one that has, a parameter that is kept, a property and a constant.</summary>
    internal sealed class Page(string title)
    {
        private const int Most = 10;

        private readonly int _shown = Most;
#pragma warning disable IDE1006 // It is what the rule is to find: in C# the compiler would, in a page nobody but the rule does.
        private int asked;
#pragma warning restore IDE1006

        public int Left { get; private set; }

        public string Ask() => $"{title}: {++asked} of {_shown}, {Left = _shown - asked} left";
    }
}
