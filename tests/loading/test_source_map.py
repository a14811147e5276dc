from generator.finding import Place
from generator.loading.source_map import Mark, SourceMap, Sources, field_name, field_path


def test_a_path_reads_as_the_user_counts():
    assert field_name(("工作经历", 1, "起")) == "工作经历.第2项.起"
    assert field_path("工作经历.第2项.起") == ("工作经历", 1, "起")
    assert field_path("公示.起始日期") == ("公示", "起始日期")


def test_what_is_there_has_the_place_of_its_value(read):
    source = read("公示:\n  起始日期: 2024-9-5\n").source
    assert source.place("公示.起始日期") == Place("张.yaml", 2, 9)
    assert source.key_place(("公示", "起始日期")) == Place("张.yaml", 2, 3)


def test_what_is_missing_has_the_place_of_what_is_around_it(read):
    source = read("# 注\n姓名: 张三\n公示:\n  异议: 无\n材料:\n  - 名称: 甲\n").source
    assert source.place("公示.起始日期") == Place("张.yaml", 3, 1)
    assert source.place("材料.第1项.件数") == Place("张.yaml", 6, 5)
    assert source.place("申报.级别") == Place("张.yaml", 2, 1)


def test_an_only_item_written_without_a_dash_is_found(read):
    source = read("免学经历:\n  类别: 驻村\n").source
    assert source.place("免学经历.第1项.类别") == Place("张.yaml", 2, 7)


def test_a_file_of_which_nothing_is_known_still_has_its_name():
    assert SourceMap("甲.yaml").place("姓名") == Place("甲.yaml")


def test_a_field_is_placed_in_the_file_that_holds_it():
    applicant = SourceMap("甲.yaml")
    campaign = SourceMap("评审.yaml")
    unit = SourceMap("单位.yaml")
    for source, key, line in ((applicant, "单位", 2), (applicant, "姓名", 3), (unit, "名称", 4), (campaign, "年度", 5)):
        source.keys[key,] = source.values[key,] = Mark(line, 1)
    sources = Sources(applicant, {"申报人": (applicant, ()), "单位": (unit, ()), "评审": (campaign, ())})
    assert sources.place("姓名") == sources.place("申报人.姓名") == Place("甲.yaml", 3, 1)
    assert sources.place("单位") == Place("甲.yaml", 2, 1)
    assert sources.place("单位.名称") == Place("单位.yaml", 4, 1)
    assert sources.place("年度") == sources.place("评审.年度") == Place("评审.yaml", 5, 1)
