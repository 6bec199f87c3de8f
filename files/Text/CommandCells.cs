using System.Globalization;
using System.Text;
using AreaSend.FileChecks.Packages;

namespace AreaSend.FileChecks.Text;

/// <summary>
/// Excel runs a cell such as <c>=cmd|' /C calc'!A0</c> of a CSV file as a command (DDE), and fetches what some functions name. Other cells that begin with = or
/// - are taken:
/// lists and figures have them, and they are data to everything that reads the file here. What parts cells is the reader's choice, so each usual sign does, and
/// the one that the file names (<c>sep=^</c>).
/// </summary>
internal sealed class CommandCells
{
    private const int LongestFormula = 8 << 10;
    private const string Starters = "=+-@";

    private readonly StringBuilder _line = new();
    private readonly StringBuilder _formula = new();
    private string _separators = ",;\t";
    private State _state = State.Start;
    private bool _isFirstLine = true;
    private bool _isQuoted;
    private bool _isInTopic;
    private char _starter;

    private enum State
    {
        Start,
        Plain,
        Formula,
    }

    public static void Refuse(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var cells = new CommandCells();
        var buffer = new char[16 << 10];
        int count;
        while ((count = reader.Read(buffer)) > 0)
        {
            foreach (var character in buffer.AsSpan(0, count))
            {
                cells.Take(FormulaRules.Narrow(character));
            }
        }

        cells.EndFormula();
    }

    private void Take(char character)
    {
        NoteSeparator(character);
        if (_state == State.Formula)
        {
            TakeOfFormula(character);
        }
        else if (character is '\n' or '\r' || _separators.Contains(character))
        {
            (_state, _isQuoted) = (State.Start, false);
        }
        else if (_state == State.Start)
        {
            TakeOfStart(character);
        }
    }

    private void TakeOfStart(char character)
    {
        if (Starters.Contains(character))
        {
            (_state, _starter, _isInTopic) = (State.Formula, character, false);
            _formula.Clear();
        }
        else if (character == '"')
        {
            _isQuoted = !_isQuoted;
        }
        else if (!char.IsWhiteSpace(character) && !char.IsControl(character) && char.GetUnicodeCategory(character) != UnicodeCategory.Format)
        {
            _state = State.Plain;
        }
    }

    /// <summary>The rest of the row, which in quotation marks may go on over lines, as may what stands in apostrophes behind a bar.</summary>
    private void TakeOfFormula(char character)
    {
        if (character is '\n' or '\r' && !_isQuoted && !_isInTopic)
        {
            EndFormula();
            _state = State.Start;
            return;
        }

        if (character == '"')
        {
            _isQuoted = !_isQuoted;
        }
        else if (character == '\'')
        {
            _isInTopic = !_isInTopic && Before() == '|';
        }

        if (_formula.Length < LongestFormula)
        {
            _formula.Append(character);
        }
        else
        {
            // No formula is as long; a quotation mark that never closes takes in all the rest of a text.
            EndFormula();
            (_state, _isQuoted) = (State.Plain, false);
        }
    }

    private char Before()
    {
        for (var at = _formula.Length - 1; at >= 0; at--)
        {
            if (!char.IsWhiteSpace(_formula[at]))
            {
                return _formula[at];
            }
        }

        return '\0';
    }

    private void EndFormula()
    {
        var formula = _formula.ToString();
        _formula.Clear();
        var bar = formula.IndexOf('|');
        if (bar >= 0 && formula.IndexOf('!', bar) > 0)
        {
            throw new RefusedException(Refusals.Command);
        }

        FormulaRules.RequireNoOtherBook(formula);
        FormulaRules.RequireLinks(formula.Replace("\"\"", "\"", StringComparison.Ordinal));

        // A line of notes begins with a dash, and may well speak of an image (in brackets).
        if (_starter != '-' || formula.Contains('"'))
        {
            FormulaRules.RequireFunctions(formula);
        }
    }

    /// <summary>The first line may say what parts cells.</summary>
    private void NoteSeparator(char character)
    {
        if (!_isFirstLine)
        {
            return;
        }

        if (character is '\n' or '\r')
        {
            _isFirstLine = false;
            var line = _line.ToString().TrimStart('"', ' ', '\uFEFF');
            if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length > 4 && line[4] != '"')
            {
                _separators += line[4];
            }
        }
        else if (_line.Length < 16)
        {
            _line.Append(character);
        }
        else
        {
            _isFirstLine = false;
        }
    }
}
