using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PartyCms.Benchmarks;

/// <summary>
/// Invented articles whose words are as unevenly spread as those of real ones (Zipf's law), so that an index over them
/// is as uneven, too. The same seed makes the same articles.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "The data must be the same in every run.")]
internal sealed class ArticleText
{
    private const int Vocabulary = 6_000;

    /// <summary>Words of the field come first, as they do in its texts.</summary>
    private static readonly string[] Frequent =
    [
        "支部", "党员", "学习", "组织", "活动", "工作", "开展", "群众", "服务", "会议", "党课", "主题", "社区", "志愿", "建设", "责任",
        "讨论", "发言", "记录", "安排", "时间", "书记", "委员", "老师", "同志", "问题", "办法", "检查", "安全", "车间", "班组", "学校",
        "医院", "街道", "楼道", "老人", "孩子", "电梯", "路灯", "垃圾", "分类", "宣传", "通知", "公开", "收支", "党费", "评议", "测评",
        "计划", "总结", "整改", "落实", "走访", "慰问", "帮扶", "培训", "考试", "答题", "打卡", "读书", "分享", "心得", "红色", "故事",
        "参观", "展览", "影片", "合唱", "运动", "健步", "植树", "义诊", "献血", "防汛", "值守", "夜班", "食堂", "意见", "信箱", "热线",
    ];

    private const string Characters =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
        + "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形"
        + "相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展"
        + "五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战";

    private readonly Random _random;
    private readonly string[] _words;
    private readonly double[] _reach;

    public ArticleText(int seed)
    {
        _random = new Random(seed);
        var words = new List<string>(Frequent);
        var known = new HashSet<string>(words, StringComparer.Ordinal);
        while (words.Count < Vocabulary)
        {
            var word = new StringBuilder();
            for (var length = _random.Next(10) switch { < 7 => 2, < 9 => 3, _ => 4 }; length > 0; length--)
            {
                word.Append(Characters[_random.Next(Characters.Length)]);
            }

            if (known.Add(word.ToString()))
            {
                words.Add(word.ToString());
            }
        }

        _words = [.. words];
        _reach = new double[Vocabulary];
        var sum = 0.0;
        for (var rank = 0; rank < Vocabulary; rank++)
        {
            sum += 1 / (rank + 2.7);
            _reach[rank] = sum;
        }
    }

    /// <summary>Words to search for, from the most to the least frequent; all of two characters.</summary>
    public IEnumerable<string> QueryWords => _words.Where(word => word.Length == 2);

    /// <summary>The next article, of about 2,000 characters.</summary>
    public Article Next(int number)
    {
        var html = new StringBuilder();
        var text = 0;
        var first = "";
        while (text < 2_000)
        {
            var paragraph = Paragraph();
            first = first.Length == 0 ? paragraph : first;
            text += paragraph.Length;
            html.Append("<p>").Append(paragraph).Append("</p>");
        }

        var title = string.Create(CultureInfo.InvariantCulture, $"{Word()}{Word()}{Word()}：{Word()}{Word()}第{number}期");
        return new Article(title, first[..Math.Min(first.Length, 90)], html.ToString());
    }

    private string Paragraph()
    {
        var text = new StringBuilder();
        for (var sentences = _random.Next(3, 7); sentences > 0; sentences--)
        {
            for (var words = _random.Next(6, 18); words > 0; words--)
            {
                text.Append(Word());
                if (words > 1 && _random.Next(6) == 0)
                {
                    text.Append('，');
                }
            }

            text.Append('。');
        }

        return text.ToString();
    }

    private string Word()
    {
        var at = Array.BinarySearch(_reach, _random.NextDouble() * _reach[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, Vocabulary - 1)];
    }
}

/// <summary>One invented article.</summary>
/// <param name="Title">Title, unlike any other.</param>
/// <param name="Summary">Summary, plain.</param>
/// <param name="Html">Body.</param>
internal sealed record Article(string Title, string Summary, string Html);
