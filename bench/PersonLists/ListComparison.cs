using System.Diagnostics;
using System.Globalization;
using System.Text;
using AreaSend.Lists;
using AreaSend.Lists.Files;
using ExcelDataReader;
using NodaTime;

namespace AreaSend.Bench.PersonLists;

/// <summary>
/// Reading and checking a list beside bare ExcelDataReader, which only reads it: every measurement in a process of its own,
/// so that its peak memory is its own, and the two taking turns, so that a slow minute of the machine hits both.
/// </summary>
internal static class ListComparison
{
    private const int Rounds = 5;
    private static readonly int[] Lengths = [5_000, 50_000, 200_000];
    private static readonly LocalDate Today = new(2026, 1, 5);

    public static int Run(string[] args) => args switch
    {
        ["measure", var way, var path] => Measure(way, path),
        ["draw"] => DrawTimes.Run(),
        ["forms"] => Forms(),
        ["write", var children, var path] => Write(int.Parse(children, CultureInfo.InvariantCulture), path),
        [] => Compare(),
        _ => Unknown(),
    };

    private static int Write(int children, string path)
    {
        ExcelLikeList.Write(path, children);
        return 0;
    }

    private static int Unknown()
    {
        Console.Error.WriteLine("Say: person-lists, person-lists forms, person-lists draw, or person-lists write ROWS FILE");
        return 2;
    }

    private static int Compare()
    {
        var folder = Directory.CreateTempSubdirectory("areasend-lists");
        try
        {
            Console.WriteLine("| rows | checked: time | peak | bare ExcelDataReader: time | peak | ratio |");
            Console.WriteLine("|---|---|---|---|---|---|");
            foreach (var length in Lengths)
            {
                var path = Path.Combine(folder.FullName, $"{length}.xlsx");
                ExcelLikeList.Write(path, length);
                var rounds = Enumerable.Range(0, Rounds).Select(_ => (Checked: InProcess("checked", path), Bare: InProcess("bare", path))).ToList();
                var ours = Median(rounds.Select(round => round.Checked));
                var bare = Median(rounds.Select(round => round.Bare));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {length:N0} | {ours.Seconds:0.00} s | {ours.Megabytes:0} MB | {bare.Seconds:0.00} s | {bare.Megabytes:0} MB | {ours.Seconds / bare.Seconds:0.00} |"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    /// <summary>One list in each form in which it may come.</summary>
    private static int Forms()
    {
        const int Children = 50_000;
        var folder = Directory.CreateTempSubdirectory("areasend-lists");
        try
        {
            Console.WriteLine("| form | file | checked: time | peak |");
            Console.WriteLine("|---|---|---|---|");
            foreach (
                var (form, write) in new (string, Action<string, int>)[]
                {
                    ("xlsx", ExcelLikeList.Write),
                    ("ods", ListInOtherForms.WriteOpenDocument),
                    ("csv", ListInOtherForms.WriteText),
                })
            {
                var path = Path.Combine(folder.FullName, $"list.{form}");
                write(path, Children);
                var ours = Median(Enumerable.Range(0, Rounds).Select(_ => InProcess("checked", path)));
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| .{form} | {new FileInfo(path).Length / 1048576.0:0.0} MB | {ours.Seconds:0.00} s | {ours.Megabytes:0} MB |"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static (double Seconds, double Megabytes) Median(IEnumerable<(double Seconds, double Megabytes)> rounds)
    {
        var list = rounds.ToList();
        return (list.Select(round => round.Seconds).Order().ElementAt(Rounds / 2), list.Max(round => round.Megabytes));
    }

    private static (double Seconds, double Megabytes) InProcess(string way, string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in (string[])["person-lists", "measure", way, path])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var figures = said.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return (figures[0], figures[1]);
    }

    private static int Measure(string way, string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var clock = Stopwatch.StartNew();
        using var content = File.OpenRead(path);
        var rows = way == "checked" ? Check(content, Path.GetFileName(path)) : ReadBare(content);
        clock.Stop();
        using var process = Process.GetCurrentProcess();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds} {process.PeakWorkingSet64 / 1048576.0}"));
        return rows > 0 ? 0 : 1;
    }

    private static int Check(Stream content, string name)
    {
        var reading = PersonListReader.Check(content, name, Today, PersonList.One);
        return reading.IsClean ? reading.Reports[0].Rows : 0;
    }

    private static int ReadBare(Stream content)
    {
        using var reader = ExcelReaderFactory.CreateReader(content);
        var rows = 0;
        while (reader.Read())
        {
            rows++;
            for (var column = 0; column < reader.FieldCount; column++)
            {
                _ = reader.GetValue(column);
            }
        }

        return rows;
    }
}
