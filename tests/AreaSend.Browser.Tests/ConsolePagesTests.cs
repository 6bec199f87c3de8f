namespace AreaSend.Browser.Tests;

/// <summary>Each section of the console on a desk and on a telephone, as the shell's pages are.</summary>
public class ConsolePagesTests(CoordinatorsWindows windows) : IClassFixture<CoordinatorsWindows>
{
    public static TheoryData<string, int> Pages => new MatrixTheoryData<string, int>(
        [
            "/?standing=Overdue", "/inspections", "/inspections?text=nowhere", "/inspections/plan",
            "/areas?region=London", "/areas/888", "/areas/national", "/areas/boards", "/areas/888/contacts/add", "/areas/888/school-holidays/add", "/areas/000",
            "/calendar", "/calendar/what-if", "/calendar/what-if?On.Day=31&On.Month=2&On.Year=2026&Called=", "/calendar/explain?Start.Day=24&Start.Month=12&Start.Year=2026&Count=5",
            "/calendar/by-hand", "/calendar/by-hand/decide", "/calendar/by-hand/decide?on=2027-09-22&called=Thanksgiving", "/publication", "/publication/hold",
            "/programme", "/programme?after=NewArea&standing=Planned", "/programme/888", "/programme/888/bring-forward", "/programme/888/ilacs-visit", "/programme/quarters", "/programme/load",
            "/calendar/feeds", "/schedule", "/schedule/months", "/schedule?region=London&from=2031-01-01",
            "/programme/history", "/programme/propose",
            "/sandbox/clock",
        ],
        [Window.Wide, Window.Telephone]);

    [Theory]
    [MemberData(nameof(Pages))]
    public Task Page_IsSoundAtBothWidths(string address, int width) => windows[width].GoAndCheckAsync(address);
}
