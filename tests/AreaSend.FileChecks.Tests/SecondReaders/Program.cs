using System.Diagnostics;

namespace AreaSend.FileChecks.Tests.SecondReaders;

/// <summary>A program of another maker that reads the same file. <c>test.sh</c> installs them.</summary>
internal static class Program
{
    /// <summary>Runs it in a folder, with the file as its input when one is given.</summary>
    /// <returns>Its exit status and all that it said.</returns>
    public static (int Status, string Said) Run(string program, string folder, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        using (var pipe = process.StandardInput)
        {
            try
            {
                pipe.BaseStream.Write(input is null ? [] : File.ReadAllBytes(input));
            }
            catch (IOException)
            {
                // It has seen enough and does not wait for the rest.
            }
        }

        process.WaitForExit();
        return (process.ExitCode, said.Result + complained.Result);
    }
}
