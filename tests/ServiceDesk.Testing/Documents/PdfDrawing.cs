using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceDesk.Testing.Documents;

/// <summary>Follows the drawing of a page and writes down its words.</summary>
internal sealed partial class PdfDrawing(Func<string, PdfFont> fontOf)
{
    private const double WordGap = 0.1;

    private readonly StringBuilder words = new();
    private readonly Stack<Matrix3x2> saved = new();
    private readonly List<string> operands = [];
    private Matrix3x2 page = Matrix3x2.Identity;
    private Matrix3x2 line = Matrix3x2.Identity;
    private PdfFont? font;
    private double size;
    private double advance;
    private Vector2 end = new(float.NaN, float.NaN);

    public string Read(string drawing)
    {
        foreach (Match token in Token().Matches(drawing))
        {
            if (token.Groups["operator"].Success)
            {
                Do(token.Value);
                operands.Clear();
            }
            else
            {
                operands.Add(token.Value);
            }
        }

        return words.ToString();
    }

    private void Do(string command)
    {
        switch (command)
        {
            case "q":
                saved.Push(page);
                break;
            case "Q":
                page = saved.Count > 0 ? saved.Pop() : page;
                break;
            case "cm":
                page = Last() * page;
                break;
            case "BT":
                (line, advance) = (Matrix3x2.Identity, 0);
                break;
            case "Tm":
                (line, advance) = (Last(), 0);
                break;
            case "Td":
                (line, advance) = (Matrix3x2.CreateTranslation(Value(^2), Value(^1)) * line, 0);
                break;
            case "Tf":
                (font, size) = (fontOf(operands[^2][1..]), Value(^1));
                break;
            case "Tj" or "TJ":
                Show();
                break;
        }
    }

    private void Show()
    {
        Gap();
        foreach (var operand in operands)
        {
            if (operand[0] == '<')
            {
                for (var i = 1; i + 4 < operand.Length; i += 4)
                {
                    var code = int.Parse(operand.AsSpan(i, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                    words.Append(font!.Letter(code));
                    advance += font.Width(code) * size / 1000;
                }
            }
            else if (operand[0] is '-' or '.' or (>= '0' and <= '9'))
            {
                var shift = -double.Parse(operand, CultureInfo.InvariantCulture);
                // Letters set so far apart are read as words: programs that search a PDF see a space from a tenth of the size on.
                if (shift > WordGap * 1000)
                    words.Append(' ');
                advance += shift * size / 1000;
            }
        }

        end = Place();
    }

    // A part that begins where the last one ended goes on with its word.
    private void Gap()
    {
        var from = Place();
        var height = (float)(size * new Vector2(line.M21, line.M22).Length() * new Vector2(page.M21, page.M22).Length());
        if (Math.Abs(from.Y - end.Y) > height * 0.3 || Math.Abs(from.X - end.X) > height * 0.15 || float.IsNaN(end.X))
            words.Append(' ');
    }

    private Vector2 Place() => Vector2.Transform(new Vector2((float)advance, 0), line * page);

    private Matrix3x2 Last() => new(Value(^6), Value(^5), Value(^4), Value(^3), Value(^2), Value(^1));

    private float Value(Index at) => float.Parse(operands[at], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<<.*?>>|<[0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\)|/[^\s/<>\[\]()]+|[-+]?(?:\d+\.?\d*|\.\d+)|[\[\]]|(?<operator>[A-Za-z'""*]+\d?\*?)", RegexOptions.Singleline)]
    private static partial Regex Token();
}
