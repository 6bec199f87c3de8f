using AreaSend.Core.Inspections;

namespace AreaSend.Core.Tests.Timetables;

internal static class Outcomes
{
    public static Outcome Of(int number) =>
        Outcome.Of(number, number == 3 ? "Fenborough integrated care board" : null, isSeparate: number == 3, out _)!;
}
