using PartyCms.Kernel.Web;

namespace PartyCms.UnitTests.Web;

public sealed class QrDrawingTests
{
    [Fact]
    public void A_code_has_its_three_finders_inside_of_the_quiet_zone()
    {
        var drawing = QrDrawing.Of("http://weixin.qq.com/q/02abc");
        var far = drawing.Size - 4 - 7;

        Assert.Contains("M4 4h7v1h-7z", drawing.Path, StringComparison.Ordinal);
        Assert.Contains($"M{far} 4h7v1h-7z", drawing.Path, StringComparison.Ordinal);
        Assert.Contains($"M4 {far}h7v1h-7z", drawing.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_is_drawn_alike()
    {
        Assert.Equal(QrDrawing.Of("https://dj.example.cn/b/qinghe"), QrDrawing.Of("https://dj.example.cn/b/qinghe"));
    }
}
